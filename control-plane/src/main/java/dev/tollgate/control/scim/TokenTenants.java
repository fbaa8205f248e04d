package dev.tollgate.control.scim;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tenant a presented token names, and which have people to align. Read as the system role, which sees ids and no
 * more; whether a token is a good one is for its tenant to say.
 */
@ApplicationScoped
class TokenTenants {
    private final AgroalDataSource system;

    TokenTenants(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Optional<TenantId> of(ScimToken token) {
        return tenants("select tenant_id from scim_token where id = ?", token.id()).stream()
                .findFirst();
    }

    List<TenantId> toAlign() {
        return tenants("select distinct tenant_id from scim_user where align_due");
    }

    private List<TenantId> tenants(String sql, String... parameters) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                List<TenantId> tenants = new ArrayList<>();
                while (rows.next()) {
                    tenants.add(new TenantId(rows.getObject(1, UUID.class)));
                }
                return tenants;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenants of directories cannot be read", e);
        }
    }
}
