package dev.tollgate.control.identity;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenant an organization of the identity provider is. Read as the system role, because the application role sees
 * no tenant before one is known.
 */
@ApplicationScoped
class Organizations {
    private static final String TENANT = "select t.id, exists (select from tenant_user u where u.tenant_id = t.id"
            + " and u.identity_id = ? and not u.active), (select e.ended_at from ended_tokens e where e.tenant_id = t.id"
            + " and e.identity_id = ?) from tenant t where t.organization_id = ?";

    private final AgroalDataSource system;

    /**
     * A tenant, and how it has the person who asks.
     *
     * @param endedAt null if none of their tokens was ended
     */
    record Membership(
            TenantId tenant, boolean deactivated, @Nullable Instant endedAt) {
        /** Times of issue are in whole seconds: what was issued in that of the end is refused. */
        boolean hasEnded(Instant issuedAt) {
            return endedAt != null && issuedAt.getEpochSecond() <= endedAt.getEpochSecond();
        }
    }

    Organizations(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /**
     * @param identity the identity provider's id of the person who asks
     */
    Optional<Membership> membership(String organizationId, String identity) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(TENANT)) {
            query.setString(1, identity);
            query.setString(2, identity);
            query.setString(3, organizationId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(membership(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant directory cannot be read", e);
        }
    }

    private static Membership membership(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime endedAt = row.getObject(3, OffsetDateTime.class);
        return new Membership(
                new TenantId(row.getObject(1, UUID.class)),
                row.getBoolean(2),
                endedAt == null ? null : endedAt.toInstant());
    }
}
