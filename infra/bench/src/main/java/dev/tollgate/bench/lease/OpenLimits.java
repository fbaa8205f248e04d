package dev.tollgate.bench.lease;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant with daily limits that are never used up, written straight to the tables of a migrated database. */
public record OpenLimits(TenantId tenant, List<LimitId> limits) {
    /** @param config of a stack, which says where its database is */
    public static OpenLimits open(Map<String, String> config, int count) throws IOException {
        TenantId tenant = new TenantId(UUID.randomUUID());
        try (Connection connection = DriverManager.getConnection(
                config.getOrDefault("quarkus.datasource.jdbc.url", ""),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"))) {
            update(connection, "set tollgate.tenant = '" + tenant + "'");
            update(
                    connection,
                    "insert into tenant (id, slug, name, region, organization_id, created_at, version)"
                            + " values (?, 'leases', 'Leases', 'local', 'leases', now(), 0)",
                    tenant.value());
            List<LimitId> limits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                limits.add(open(connection, tenant));
            }
            return new OpenLimits(tenant, limits);
        } catch (SQLException e) {
            throw new IOException("limits could not be opened", e);
        }
    }

    private static LimitId open(Connection connection, TenantId tenant) throws SQLException {
        QuotaLimit limit = new QuotaLimit(
                tenant,
                new LimitId(UUID.randomUUID()),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                QuotaUnit.NANO_DOLLARS,
                QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("UTC")),
                QuotaLimit.AMOUNT_MAX);
        update(
                connection,
                "insert into quota_account (tenant_id, limit_id, unit, terms) values (?, ?, ?, ?)",
                tenant.value(),
                limit.id().value(),
                limit.unit().toString(),
                new String(WireJson.encode(limit), StandardCharsets.UTF_8));
        return limit.id();
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
