package dev.tollgate.control.signin;

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

/** Whose someone is, before a tenant is known; read as the system role from what is published. */
@ApplicationScoped
class PeopleTenants {
    private static final String OF = "select tenant_id from config_resource where kind = 'person' and id = ?";

    private final AgroalDataSource system;

    PeopleTenants(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Optional<TenantId> of(String identity) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(OF)) {
            query.setString(1, identity);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new TenantId(rows.getObject(1, UUID.class))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("published people cannot be read", e);
        }
    }
}
