package dev.tollgate.control.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Postgres;
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
