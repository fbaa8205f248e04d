package dev.tollgate.control.key;

import dev.tollgate.model.id.KeyId;
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
 * Whose a presented key is. Read as the system role from what is published, because the application role sees no key
 * before a tenant is known; whether the key is a good one is for its tenant to say.
 */
@ApplicationScoped
class KeyTenants {
    private final AgroalDataSource system;

    KeyTenants(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Optional<TenantId> of(KeyId key) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select tenant_id from config_resource where kind = 'key' and id = ?")) {
            query.setString(1, key.value());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new TenantId(rows.getObject(1, UUID.class))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("published keys cannot be read", e);
        }
    }
}
