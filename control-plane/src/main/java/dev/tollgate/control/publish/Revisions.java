package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** The tenant's last revisions and when each was committed. */
@ApplicationScoped
public class Revisions {
    private final EntityManager entities;
    private final TenantContext tenant;

    Revisions(EntityManager entities, TenantContext tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** A revision that was committed. */
    public record Committed(long revision, long epoch, Instant at) {}

    /** Empty if there is none of this number, or it is too long ago. */
    @Transactional
    public Optional<Committed> find(long revision) {
        return entities.unwrap(Session.class).doReturningWork(connection -> read(connection, revision));
    }

    private Optional<Committed> read(Connection connection, long revision) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select epoch, committed_at from config_revision where tenant_id = ? and revision = ?")) {
            query.setObject(1, tenant.id().value());
            query.setLong(2, revision);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Committed(
                                revision, row.getLong(1), row.getTimestamp(2).toInstant()))
                        : Optional.empty();
            }
        }
    }
}
