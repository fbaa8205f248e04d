package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The steps of a move, each within a {@link Change}, which then publishes to the regions that they make the tenant's. */
@ApplicationScoped
public class Relocations {
    private final EntityManager entities;
    private final TenantContext tenant;
    private final PublishedState published;
    private final AgroalDataSource system;
    private final Instance<RegionBound> bound;

    Relocations(
            EntityManager entities,
            TenantContext tenant,
            PublishedState published,
            @DataSource("system") AgroalDataSource system,
            @Any Instance<RegionBound> bound) {
        this.bound = bound;
        this.entities = entities;
        this.tenant = tenant;
        this.published = published;
        this.system = system;
    }

    /** The tenants whose move is not done. */
    public List<TenantId> unfinished() {
        try (Connection connection = system.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select tenant_id from tenant_move where state <> 'DONE'");
                ResultSet rows = query.executeQuery()) {
            List<TenantId> tenants = new ArrayList<>();
            while (rows.next()) {
                tenants.add(new TenantId(rows.getObject(1, UUID.class)));
            }
            return tenants;
        } catch (SQLException e) {
            throw new IllegalStateException("the moves of tenants cannot be read", e);
        }
    }

    /** The tenant's last move. */
    @Transactional
    public Optional<Relocation> last() {
        TenantId id = tenant.id();
        return entities.unwrap(Session.class).doReturningWork(connection -> RegionStore.relocation(connection, id));
    }

    /** Publishes everything to another region too, which does not serve it yet; false if the tenant is there. */
    public boolean stage(Change change, Region to) {
        boolean staged = entities.unwrap(Session.class)
                .doReturningWork(connection -> RegionStore.stage(connection, change.tenant(), to));
        if (staged) {
            tellOfRegions(change);
        }
        return staged;
    }

    /** Takes back what another region was given and never served. */
    public void withdraw(Change change) {
        run(connection -> RegionStore.withdraw(connection, change.tenant()));
        tellOfRegions(change);
    }

    /** Tells both regions the moment. */
    public void schedule(Change change, Instant at) {
        run(connection -> RegionStore.schedule(connection, change.tenant(), at));
    }

    /** Leaves the old region. */
    public void finish(Change change, Relocation move) {
        run(connection -> RegionStore.finish(connection, change.tenant(), move));
        published.ofKinds(ConfigKind.TENANT).forEach(resource -> {
            if (resource instanceof TenantConfig config) {
                change.put(Home.only(move.to()).own(config));
            }
        });
        tellOfRegions(change);
    }

    /** The regions that what is published now goes to, the tenant's own first; to be called within its change. */
    public List<Region> regions(TenantId of) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> PublishedStore.lock(connection, of).homes().stream()
                        .map(Home::region)
                        .toList());
    }

    private void tellOfRegions(Change change) {
        bound.forEach(one -> one.regionsChanged(change));
    }

    private void run(Step step) {
        entities.unwrap(Session.class).doWork(step::on);
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }
}
