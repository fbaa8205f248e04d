package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.store.Analytics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ClickHouse has one table for all tenants: a column is the wall. */
@EndToEnd
@DisplayName("What the analytics store holds and gives")
class AnalyticsWallIT {
    private static final Set<String> OF_TENANTS =
            Set.of("calls", "spend_hourly", "spend_hourly_rebuild", "spend_hourly_mv");
    private static final Set<String> OF_THE_SYSTEM =
            Set.of("ingest_rejected", "ingest_progress", "sequence_gap", "sequence_examined", "schema_migration");
    private static final int READINGS = 8;

    private final Analytics analytics;
    private final Neighbours neighbours;

    AnalyticsWallIT(Tollgate tollgate) {
        this.analytics = new Analytics(tollgate);
        this.neighbours = Neighbours.in(tollgate);
    }

    @Test
    @DisplayName("is tables that the suite knows, each with a tenant in every row, or with nothing of any tenant")
    void every_table_is_known() {
        assertThat(names("SELECT name FROM system.tables WHERE database = 'tollgate' AND NOT startsWith(name, '.')"))
                .as("tables of the store; each belongs in OF_TENANTS or OF_THE_SYSTEM")
                .containsExactlyInAnyOrderElementsOf(both());
        assertThat(
                        names(
                                "SELECT DISTINCT table AS name FROM (SELECT table FROM system.columns WHERE"
                                        + " database = 'tollgate' AND name = 'tenant' AND type = 'UUID' AND NOT startsWith(table, '.'))"))
                .containsExactlyInAnyOrderElementsOf(OF_TENANTS);
    }

    private static Set<String> both() {
        return Stream.concat(OF_TENANTS.stream(), OF_THE_SYSTEM.stream()).collect(Collectors.toSet());
    }

    private Set<String> names(String sql) {
        return analytics.rows(sql).stream()
                .map(row -> row.required("name").asText())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "spend_hourly", "spend_hourly_rebuild"})
    @DisplayName("has in the rows of one tenant no id and no name of the other's")
    void a_row_is_its_tenants(String table) {
        neighbours.eachAndTheOther().forEach((one, other) -> {
            var rows = rows(table, one);

            assertThat(other.estate().traces())
                    .as("%s of %s", table, one.estate().marker())
                    .noneMatch(rows::contains);
            assertThat(neighbours.confidences().in(rows)).isEmpty();
        });
    }

    @Test
    @DisplayName("has the calls of both, each under its tenant")
    void both_have_calls() {
        for (var one : List.of(neighbours.a(), neighbours.b())) {
            var estate = one.estate();
            for (var table : List.of("calls", "spend_hourly")) {
                assertThat(names("SELECT DISTINCT toString(tenant) AS name FROM " + table + " WHERE key = '"
                                + estate.key() + "'"))
                        .containsExactly(estate.tenant().toString());
            }
        }
    }

    @Test
    @DisplayName("has nothing of a tenant in the tables that have none")
    void no_tenant_in_the_systems_own() {
        for (var table : OF_THE_SYSTEM) {
            var rows = analytics.rows("SELECT * FROM " + table).toString();
            for (var one : List.of(neighbours.a(), neighbours.b())) {
                assertThat(one.estate().traces()).as(table).noneMatch(rows::contains);
            }
            assertThat(neighbours.confidences().in(rows)).isEmpty();
        }
    }

    private String rows(String table, Resident of) {
        return analytics
                .rows("SELECT * FROM " + table + " WHERE tenant = '"
                        + of.estate().tenant() + "'")
                .toString();
    }

    @Test
    @DisplayName("gives one tenant its own alone, while the other's calls arrive")
    void readings_while_the_other_calls() throws Exception {
        var caller = neighbours.a();
        var reader = neighbours.b();
        var before = caller.company().api().all("/api/v1/calls").size();
        var over = new AtomicBoolean();
        var calls = CompletableFuture.runAsync(() -> callUntil(over, caller), Thread::startVirtualThread);
        try {
            for (int reading = 0; reading < READINGS; reading++) {
                for (var path : List.of(
                        "/api/v1/calls?limit=200",
                        "/api/v1/spend?group_by=key,tool,server",
                        "/api/v1/spend?group_by=hour,environment&format=csv",
                        "/api/v1/calls/export?format=ocsf")) {
                    isOnlyOf(reader, caller, path);
                }
            }
        } finally {
            over.set(true);
        }
        calls.get();
        Eventually.passes(
                "the other's calls have arrived",
                () -> assertThat(caller.company().api().all("/api/v1/calls")).hasSizeGreaterThan(before + READINGS));
        isOnlyOf(reader, caller, "/api/v1/calls?limit=200");
    }

    private static void callUntil(AtomicBoolean over, Resident caller) {
        for (int call = 0; call <= READINGS || !over.get(); call++) {
            caller.agent().text(caller.estate().marker() + "__echo", Map.of("message", "call " + call));
        }
    }

    private static void isOnlyOf(Resident reader, Resident caller, String path) {
        Answer answer = reader.company().api().get(path);

        assertThat(answer).returns(200, Answer::status);
        var text = answer.text();
        assertThat(text).contains(reader.estate().marker());
        assertThat(caller.estate().traces()).as(path).noneMatch(text::contains);
    }
}
