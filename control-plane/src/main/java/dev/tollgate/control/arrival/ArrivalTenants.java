package dev.tollgate.control.arrival;

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

/** Which tenant a provider is of; read as the system role. */
@ApplicationScoped
class ArrivalTenants {
    private final AgroalDataSource system;

    ArrivalTenants(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Optional<TenantId> named(String slug) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from tenant where slug = ?")) {
            query.setString(1, slug);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new TenantId(rows.getObject(1, UUID.class))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("tenants cannot be read", e);
        }
    }
}
