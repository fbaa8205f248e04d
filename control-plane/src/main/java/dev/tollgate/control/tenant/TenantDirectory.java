package dev.tollgate.control.tenant;

import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tenant;
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

/** All tenants, for the operator. Read as the system role, which sees this directory and nothing that tenants hold. */
@ApplicationScoped
class TenantDirectory {
    private static final String COLUMNS = "select id, slug, name, region, created_at, version from tenant";

    private final AgroalDataSource system;

    TenantDirectory(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    Page<Tenant> list(PageRequest page) {
        String after = page.after().map(Cursor::sort).orElse("");
        List<Tenant> rows = query(COLUMNS + " where slug > ? order by slug limit ?", after, page.limit() + 1);
        return page.page(rows, row -> row, row -> new Cursor(row.slug(), row.slug()));
    }

    Optional<Tenant> find(UUID id) {
        return query(COLUMNS + " where id = ?", id).stream().findFirst();
    }

    private List<Tenant> query(String sql, Object... parameters) {
        try (Connection connection = system.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Tenant> tenants = new ArrayList<>();
                while (rows.next()) {
                    tenants.add(tenant(rows));
                }
                return tenants;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant directory cannot be read", e);
        }
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getLong(6));
    }
}
