package dev.tollgate.control.ledger;

import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import dev.tollgate.model.quota.ledger.TrailRow;
import dev.tollgate.model.wire.WireJson;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** PostgreSQL with the real tables and roles, and without an application. */
final class LedgerDatabase implements AutoCloseable {
    static final Region LOCAL = new Region("local");
    static final Region ELSEWHERE = new Region("elsewhere");

    private final Postgres postgres = new Postgres();
    private final String url;
    final AgroalDataSource system;

    LedgerDatabase() {
        Map<String, String> configuration = postgres.start();
        url = Objects.requireNonNull(configuration.get("quarkus.flyway.jdbc-url"));
        Flyway.configure().dataSource(url, "tollgate_owner", "test").load().migrate();
        system = pool(url);
    }

    private static AgroalDataSource pool(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(8)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                    .principal(new NamePrincipal("tollgate_system"))
                                    .credential(new SimplePassword("test")))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    StoredLedger ledger(LeaseTerms terms, LedgerMeter meter) {
        return new StoredLedger(new Transactions(system), terms, Set.of(LOCAL, ELSEWHERE), meter);
    }

    void tenant(TenantId tenant) {
        asApplication(
                tenant,
                "insert into tenant (id, slug, name, region, organization_id, created_at, version)"
                        + " values (?, ?, 'name', 'local', ?, now(), 0)",
                tenant.value(),
                tenant.toString(),
                tenant.toString());
    }

    /** As {@link LedgerAccounts} does. */
    void open(QuotaLimit limit) {
        asApplication(
                limit.tenant(),
                "insert into quota_account (tenant_id, limit_id, unit, terms) values (?, ?, ?, ?)",
                limit.tenant().value(),
                limit.id().value(),
                limit.unit().toString(),
                new String(WireJson.encode(limit), StandardCharsets.UTF_8));
    }

    void asApplication(TenantId tenant, String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, "tollgate_app", "test");
                var setting = connection.prepareStatement("select set_config('tollgate.tenant', ?, false)");
                var statement = connection.prepareStatement(sql)) {
            setting.setString(1, tenant.toString());
            setting.execute();
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As they stand in the row. */
    String books(LimitId limit) {
        return new Transactions(system).call(connection -> {
            try (var query = connection.prepareStatement("select books from quota_account where limit_id = ?")) {
                query.setObject(1, limit.value());
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    void books(LimitId limit, String text) {
        new Transactions(system).call(connection -> {
            try (var update = connection.prepareStatement("update quota_account set books = ? where limit_id = ?")) {
                update.setString(1, text);
                update.setObject(2, limit.value());
                return update.executeUpdate();
            }
        });
    }

    AccountRow account(LimitId limit) {
        return new Transactions(system)
                .call(connection ->
                        new AccountTable(connection).lock(List.of(limit)).getFirst());
    }

    List<TrailRow> trail(UUID boot) {
        return new Transactions(system).call(connection -> new TrailTable(connection).read(List.of(boot)));
    }

    Figures figures(LeaseTerms terms, LimitId limit, Instant now) {
        return new Ledger(terms, new LedgerRows(List.of(account(limit)), List.of()))
                .figures(limit, now)
                .orElseThrow();
    }

    @Override
    public void close() {
        system.close();
        postgres.stop();
    }
}
