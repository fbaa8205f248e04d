package dev.tollgate.control.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that an earlier release has written are brought to this one's shape, behind the wall. */
class MigrationTest {
    private static final String TENANT = "0199a000-0000-7000-8000-00000000ac3e";
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    private final Postgres postgres = new Postgres();
    private String url;

    @BeforeEach
    void start() {
        Map<String, String> configuration = postgres.start();
        url = configuration.getOrDefault("quarkus.datasource.jdbc.url", "");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void keys_and_groups_of_before_belong_to_the_default_service_and_stay_attached() throws SQLException {
        migrateTo("4");
        asTenant("insert into tenant values ('" + TENANT + "', 'acme', 'Acme', 'local', 'o', now(), 0)");
        asTenant("insert into environment values ('" + TENANT + "', '" + ID + "1', 'production', null, now(), 0)");
        asTenant("insert into tool_group values ('" + TENANT + "', '" + ID
                + "2', 'readers', null, '{\"a__*\"}', now(), 0)");
        asTenant("insert into virtual_key (tenant_id, id, environment_id, name, grants, created_at, version) values ('"
                + TENANT + "', 'abcdefghijkl', '" + ID + "1', 'agent', '{\"crm__*\", \"x__y\"}', now(), 0)");
        asTenant("insert into virtual_key_group (key_id, group_id) values ('abcdefghijkl', '" + ID + "2')");

        migrateTo("latest");

        assertThat(asTenant("select s.name from virtual_key k join subject s on s.ref = k.owner"
                        + " and s.tenant_id = k.tenant_id and s.kind = 'service'"))
                .containsExactly("default");
        assertThat(asTenant("select grants from virtual_key")).containsExactly("[\"crm__*\",\"x__y\"]");
        assertThat(asTenant("select patterns from tool_group")).containsExactly("[\"a__*\"]");
        assertThat(asTenant("select key_id from tool_group_attachment")).containsExactly("abcdefghijkl");
        assertThat(asTenant("select format from config_head")).isEmpty();
        assertThat(execute("tollgate_owner", "select name from virtual_key"))
                .as("the wall stands again")
                .isEmpty();
    }

    @Test
    void tenants_of_before_have_settings_and_the_revision_that_they_stand_at() throws SQLException {
        migrateTo("7");
        asTenant("insert into tenant values ('" + TENANT + "', 'acme', 'Acme', 'local', 'o', now(), 0)");
        asTenant("insert into config_head (tenant_id, region, revision, digest, resources, committed_at, epoch)"
                + " values ('" + TENANT + "', 'local', 41, 'd', 1, now(), 2)");

        migrateTo("latest");

        assertThat(asTenant("select approval from settings")).containsExactly("NEVER");
        assertThat(asTenant("select epoch || '/' || revision from config_revision"))
                .containsExactly("2/41");
        assertThat(execute("tollgate_owner", "select slug from tenant")).isEmpty();
        assertThat(execute("tollgate_owner", "select digest from config_head"))
                .as("the wall stands again")
                .isEmpty();
    }

    @Test
    void prices_of_before_are_the_first_version_of_what_they_said_from_when_they_were_made() throws SQLException {
        migrateTo("27");
        asTenant("insert into tenant values ('" + TENANT + "', 'acme', 'Acme', 'local', 'o', now(), 0)");
        // The wall asks for the tenant alone; what a price hangs on is not what this is about.
        execute("tollgate_owner", "alter table price drop constraint price_server_used");
        for (String[] price : new String[][] {{"3", "'a'", "12500000", "true"}, {"4", "null", "1", "false"}}) {
            asTenant(
                    "insert into price (tenant_id, id, server_id, tool_name, per_call_nanos, charge_failures, created_at,"
                            + " version) values ('" + TENANT + "', '" + ID + price[0] + "', '" + ID + "2', " + price[1]
                            + ", "
                            + price[2] + ", " + price[3] + ", '2026-01-02T03:04:05Z', 0)");
        }

        migrateTo("latest");

        assertThat(asTenant("select terms from price_version order by price_id"))
                .extracting(terms -> WireJson.decode(terms.getBytes(StandardCharsets.UTF_8), PriceTerms.class))
                .containsExactly(
                        PriceTerms.perCall(Money.ofDollars("0.0125"), FailureCharges.AS_USUAL),
                        PriceTerms.perCall(Money.ofDollars("0.000000001"), FailureCharges.FREE));
        assertThat(asTenant("select distinct number || ' ' || (effective_from at time zone 'UTC') from price_version"))
                .containsExactly("1 2026-01-02 03:04:05");
        assertThat(asTenant("select distinct latest from price")).containsExactly("1");
        assertThat(execute("tollgate_owner", "select id from price union all select id from price_version"))
                .as("the wall stands again")
                .isEmpty();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, "tollgate_owner", "test")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> asTenant(String sql) throws SQLException {
        return execute("tollgate_app", sql);
    }

    private List<String> execute(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, "test");
                Statement statement = connection.createStatement()) {
            if (role.equals("tollgate_app")) {
                statement.execute("select set_config('tollgate.tenant', '" + TENANT + "', false)");
            }
            List<String> answers = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        answers.add(rows.getString(1));
                    }
                }
            }
            return answers;
        }
    }
}
