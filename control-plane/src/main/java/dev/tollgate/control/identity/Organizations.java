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
    private final AgroalDataSource system;

    Organizations(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Optional<TenantId> tenantOf(String organizationId) {
        try (Connection connection = system.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id from tenant where organization_id = ?")) {
            query.setString(1, organizationId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new TenantId(rows.getObject(1, UUID.class))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant directory cannot be read", e);
        }
    }
}
