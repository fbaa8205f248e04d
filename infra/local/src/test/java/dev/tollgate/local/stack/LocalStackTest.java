package dev.tollgate.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four backends for real, each asked by its own client. */
class LocalStackTest {
    @TempDir
    static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackOptions.in(folder.resolve("data")));
    }

    @AfterAll
    static void stop() throws Exception {
        var pids = stack.names().stream()
                .map(name -> stack.pid(name).orElseThrow())
                .toList();
        stack.close();
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void theApplicationsRoleIsNoSuperuserAndOwnsNothing() throws SQLException {
        try (var connection = sql("quarkus.datasource");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT rolsuper, rolbypassrls, version(),"
                        + " pg_get_userbyid(datdba) FROM pg_roles, pg_database"
                        + " WHERE rolname = current_user AND datname = current_database()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getBoolean(2)).isFalse();
            assertThat(row.getString(3)).startsWith("PostgreSQL 18");
            assertThat(row.getString(4)).isEqualTo("tollgate_owner");
        }
    }

    @Test
    void theBrokerHasTheTopicsOfTheContract() throws Exception {
        var bootstrap = stack.config().get("tollgate.kafka.bootstrap-servers");
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var topics = admin.describeTopics(List.of(
                            "tollgate.config.local",
                            "tollgate.status",
                            "tollgate.catalog",
                            "tollgate.sync.local",
                            "tollgate.quota.requests",
                            "tollgate.quota.grants.local",
                            "tollgate.events"))
                    .allTopicNames()
                    .get();

            assertThat(topics)
                    .hasEntrySatisfying(
                            "tollgate.events",
                            topic -> assertThat(topic.partitions()).hasSize(6))
                    .hasEntrySatisfying(
                            "tollgate.status",
                            topic -> assertThat(topic.partitions()).hasSize(1));
        }
    }

    @Test
    void theRealmGivesATokenForTheApi() throws Exception {
        var admin = stack.backends().keycloak().admin();

        var token = TokenClaims.of(admin.tokenOf("operator@tollgate.example", "tollgate"));

        assertThat(token.required("aud").asText()).isEqualTo("tollgate-api");
        assertThat(token.required("realm_access").required("roles")).hasToString("[\"operator\"]");
        assertThat(token.required("sub").asText()).isNotEmpty();
        assertThat(token.has("organization")).isFalse();
    }

    @Test
    void theEngineKeepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        try (var connection = clickHouse();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (n UInt64) ENGINE = MergeTree ORDER BY n");
            statement.execute("INSERT INTO kept SELECT number FROM numbers(1000)");
        }
        var before = stack.pid(ClickHouse.NAME).orElseThrow();

        stack.kill(ClickHouse.NAME);
        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(stack.pid(ClickHouse.NAME)).isEmpty();
        stack.start(ClickHouse.NAME);

        assertThat(stack.pid(ClickHouse.NAME)).isPresent();
        try (var connection = clickHouse();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(), sum(n) FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(1000);
            assertThat(row.getLong(2)).isEqualTo(499_500);
        }
    }

    @Test
    void theEnginesPasswordlessUserReadsNothing() {
        var url = stack.config().get("tollgate.clickhouse.url");

        assertThatThrownBy(() -> {
                    try (var connection = DriverManager.getConnection(url, "default", "");
                            var statement = connection.createStatement()) {
                        statement.executeQuery("SELECT name FROM system.users");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("Not enough privileges");
    }

    @Test
    void aSecondStackInTheSameFolderIsRefused() {
        assertThatThrownBy(() -> LocalStack.start(StackOptions.in(folder.resolve("data"))))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("runs in " + folder.resolve("data") + " already")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void otherShellsFindEveryProcess() throws Exception {
        var run = RunFile.read(stack.options().data()).orElseThrow();

        assertThat(run.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(new ArrayList<>(run.pids().keySet())).contains(Postgres.NAME, Kafka.NAME, Keycloak.NAME);
    }

    private static Connection sql(String prefix) throws SQLException {
        var config = stack.config();
        return DriverManager.getConnection(
                config.get(prefix + ".jdbc.url"), config.get(prefix + ".username"), config.get(prefix + ".password"));
    }

    private static Connection clickHouse() throws SQLException {
        var config = stack.config();
        return DriverManager.getConnection(
                config.get("tollgate.clickhouse.url"),
                config.get("tollgate.clickhouse.username"),
                config.get("tollgate.clickhouse.password"));
    }
}
