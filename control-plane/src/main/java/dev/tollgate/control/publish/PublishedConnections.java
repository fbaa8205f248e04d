package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.ServerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** People's connections as they were published last; to be called in a transaction. */
@ApplicationScoped
public class PublishedConnections {
    private final EntityManager entities;
    private final TenantContext tenant;

    PublishedConnections(EntityManager entities, TenantContext tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** One, ended or not. */
    public Optional<PersonConnection> find(ServerId server, UUID person) {
        return read(server.value(), person).stream().findFirst();
    }

    /** Everybody's to a server, ended or not. */
    public List<PersonConnection> to(ServerId server) {
        return read(server.value(), null);
    }

    /** Somebody's, ended or not. */
    public List<PersonConnection> of(UUID person) {
        return read(null, person);
    }

    /** The tenant's, ended or not. */
    public List<PersonConnection> all() {
        return read(null, null);
    }

    /** How many there are to a server, ended ones included. */
    public int count(ServerId server) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> ConnectionRows.count(connection, tenant.id(), server));
    }

    private List<PersonConnection> read(@Nullable UUID server, @Nullable UUID person) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> ConnectionRows.find(connection, tenant.id(), server, person));
    }
}
