package dev.tollgate.control.identity;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tenant an organization of the identity provider is. Read as the system role, because the application role sees
 * no tenant before one is known.
 */
@ApplicationScoped
class Organizations {
    private static final String TENANT = "select t.id, exists (select from tenant_user u where u.tenant_id = t.id"
            + " and u.identity_id = ? and not u.active) from tenant t where t.organization_id = ?";

    private final AgroalDataSource system;

    /** A tenant, and whether it has deactivated the person who asks. */
    record Membership(TenantId tenant, boolean deactivated) {}

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
            query.setString(2, organizationId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Membership(new TenantId(rows.getObject(1, UUID.class)), rows.getBoolean(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant directory cannot be read", e);
        }
    }
}
