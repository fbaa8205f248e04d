package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * The way to change anything of a tenant. Holds the tenant's head from before the work until the commit, so that its
 * changes follow one another and no two can deadlock.
 */
@ApplicationScoped
public class Changes {
    private final TenantContext tenant;
    private final EntityManager entities;
    private final HeadSigner signer;
    private final WrittenRevision written;

    Changes(TenantContext tenant, EntityManager entities, HeadSigner signer, WrittenRevision written) {
        this.tenant = tenant;
        this.entities = entities;
        this.signer = signer;
        this.written = written;
    }

    /** Does the work and publishes what it changed, all or nothing. */
    @Transactional
    public <T> T make(Function<Change, T> work) {
        Change change = new Change(tenant.id());
        Head before = onConnection(connection -> PublishedStore.lock(connection, change.tenant()));
        T result = work.apply(change);
        entities.flush();
        written.note(onConnection(connection -> Publication.write(connection, signer, before, change)));
        return result;
    }

    /** Publishes the tenant's resources anew, in the shape of this release. */
    @Transactional
    void renew(Consumer<Change> publish) {
        make(change -> {
            publish.accept(change);
            return change;
        });
        TenantId id = tenant.id();
        onConnection(connection -> PublishedStore.renewed(connection, id));
    }

    /** Gives a new tenant its head, at revision zero, without which nothing of it can be changed. */
    @Transactional
    public void begin(TenantId newTenant, Region region) {
        entities.flush();
        onConnection(connection -> PublishedStore.begin(connection, newTenant, region));
    }

    /**
     * Sends to a region everything again that it should have of the tenant, and takes back what else is on its topic.
     *
     * @param onTopic {@code kind/id} of what is there now
     */
    @Transactional
    void sendAgain(Region region, Set<String> onTopic) {
        TenantId id = tenant.id();
        onConnection(connection -> {
            Repetition.write(connection, signer, PublishedStore.lock(connection, id), region, onTopic);
            return id;
        });
    }

    private <T> T onConnection(Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
