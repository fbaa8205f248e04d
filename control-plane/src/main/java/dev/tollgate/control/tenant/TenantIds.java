package dev.tollgate.control.tenant;

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
import java.util.UUID;

/** Which tenants there are, for work that goes through all of them. */
@ApplicationScoped
public class TenantIds {
    private final AgroalDataSource system;

    TenantIds(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    public List<TenantId> all() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from tenant order by id");
                ResultSet rows = query.executeQuery()) {
            List<TenantId> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(new TenantId(rows.getObject(1, UUID.class)));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant directory cannot be read", e);
        }
    }
}
