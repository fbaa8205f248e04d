package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.ClickHouseSettings;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.testing.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulation takes for granted of a store, asked of ClickHouse. */
class ClickHouseCallStoreTest {
    private static final Instant START =
            Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);

    @TempDir
    static Path folder;

    static Engine engine;
    static ClickHouse clickHouse;
    static ClickHouseCallStore store;

    private final UUID log = UUID.randomUUID();
    private final Boot boot = Events.boot("gateway-1");

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.clickHouse(folder);
        clickHouse = new ClickHouse(settings(engine));
        store = new ClickHouseCallStore(clickHouse, InstantSource.system());
        store.migrate();
    }

    static ClickHouseSettings settings(Engine engine) {
        Map<String, String> config = engine.config();
        return ClickHouseSettings.of(
                config.getOrDefault("tollgate.clickhouse.url", ""),
                config.getOrDefault("tollgate.clickhouse.username", ""),
                config.getOrDefault("tollgate.clickhouse.password", ""),
                false,
                400,
                800);
    }

    @AfterAll
    static void stop() throws Exception {
        clickHouse.close();
        engine.close();
    }

    @Test
    void migrating_again_changes_nothing() {
        store.migrate();

        assertThat(count("schema_migration", "1 = 1")).isEqualTo(10);
    }

    @Test
    void what_is_stored_is_what_was_given() {
        var row = rows(1, 1).getFirst();

        store.insert(nowhere(), List.of(row), "round trip");

        var stored = clickHouse.query(
                Sql.of("SELECT * FROM calls WHERE log_id = {log:UUID}").with("log", log), StoredCall::read);
        assertThat(stored).containsExactly(row.event());
    }

    @Test
    void a_token_is_taken_once_even_for_other_rows_and_the_roll_up_agrees() {
        store.insert(nowhere(), rows(1, 100), "once");
        store.insert(nowhere(), rows(1, 100), "once");
        store.insert(nowhere(), rows(101, 150), "once");

        assertThat(count("calls", mine())).isEqualTo(100);
        assertThat(store.daysAmiss(START.atZone(ZoneOffset.UTC).toLocalDate())).isEmpty();
    }

    @Test
    void an_insert_over_many_days_is_one_part() {
        List<CallRow> rows = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            rows.add(new CallRow(Events.event(boot, i, Events.ACME, START.minus(i, ChronoUnit.DAYS)), 0, i));
        }

        store.insert(nowhere(), rows, "many days");

        assertThat(clickHouse.query(
                        Sql.of("SELECT uniqExact(_part) AS parts FROM calls WHERE log_id = {log:UUID}")
                                .with("log", log),
                        row -> row.number("parts")))
                .containsExactly(1L);
    }

    @Test
    void positions_and_missing_rows_are_read_back() {
        List<CallRow> rows = rows(1, 10);
        store.insert(nowhere(), rows.subList(0, 6), "first six");

        assertThat(store.positions(log)).isEqualTo(nowhere().with(rows.subList(0, 6)));
        assertThat(store.missing(log, rows)).isEqualTo(rows.subList(6, 10));
        assertThat(store.positions(UUID.randomUUID()).last()).isEmpty();
    }

    @Test
    void sequences_are_read_back_by_chunk() {
        long second = SequenceChunk.SIZE + 1L;
        List<CallRow> rows = List.of(row(1), row(3), row(second));
        store.insert(nowhere(), rows, "sequences");
        Set<Long> read = new HashSet<>();

        store.read(Set.of(new SequenceChunk(boot, 0), new SequenceChunk(boot, 1)), (_, sequence) -> read.add(sequence));

        assertThat(read).containsExactlyInAnyOrder(1L, 3L, second);
        assertThat(store.highest(Set.of(boot))).isEqualTo(Map.of(boot, second));
        assertThat(store.unexamined()).containsEntry(boot, second);
    }

    @Test
    void examined_boots_are_remembered() {
        store.insert(nowhere(), rows(1, 10), "examined");

        store.report(List.of(new SequenceGap(boot, 4, 5)), Map.of(boot, 10L));

        assertThat(store.unexamined()).doesNotContainKey(boot);
        assertThat(store.examinedThrough(Set.of(boot))).isEqualTo(Map.of(boot, 10L));
        assertThat(count("sequence_gap", "boot = '" + boot.id() + "'")).isEqualTo(1);
    }

    @Test
    void a_day_of_the_roll_up_that_differs_is_found_and_made_anew() {
        store.insert(nowhere(), rows(1, 50), "amiss");
        LocalDate day = START.atZone(ZoneOffset.UTC).toLocalDate();
        clickHouse.execute(Sql.of("INSERT INTO spend_hourly (tenant, hour, key, calls, cost) VALUES"
                + " (generateUUIDv4(), '" + day + " 00:00:00', 'strange', 7, 7)"));
        Set<LocalDate> amiss = store.daysAmiss(day);

        amiss.forEach(store::rebuild);

        assertThat(amiss).containsExactly(day);
        assertThat(store.daysAmiss(day)).isEmpty();
        assertThat(count("spend_hourly", "key = 'strange'")).isZero();
        assertThat(tokens("spend_hourly")).isEqualTo(tokens("calls")).doesNotStartWith("0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "cost", "definition_tokens", "argument_tokens", "result_tokens", "token_cost"})
    void a_day_of_which_one_sum_alone_differs_is_amiss(String sum) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(40);
        clickHouse.execute(Sql.of("INSERT INTO spend_hourly (tenant, hour, key, " + sum + ") VALUES"
                + " (generateUUIDv4(), '" + day + " 00:00:00', 'strange', 7)"));

        Set<LocalDate> amiss = store.daysAmiss(day);
        amiss.forEach(store::rebuild);

        assertThat(amiss).containsExactly(day);
        assertThat(store.daysAmiss(day)).isEmpty();
    }

    private static String tokens(String table) {
        return clickHouse
                .query(
                        Sql.of("SELECT sum(definition_tokens) AS d, sum(argument_tokens) AS a, sum(result_tokens) AS r,"
                                + " sum(token_cost) AS c FROM " + table),
                        row -> row.number("d") + " " + row.number("a") + " " + row.number("r") + " "
                                + row.money("c").dollars())
                .getFirst();
    }

    @Test
    void a_day_without_calls_is_emptied() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(35);
        clickHouse.execute(Sql.of("INSERT INTO spend_hourly (tenant, hour, key, calls, cost) VALUES"
                + " (generateUUIDv4(), '" + day + " 00:00:00', 'strange', 7, 7)"));

        store.daysAmiss(day).forEach(store::rebuild);

        assertThat(store.daysAmiss(day)).isEmpty();
    }

    @Test
    void a_rejection_told_twice_is_one() {
        var rejection = new Rejection(2, 7, "is not a tool-call event");
        store.reject(log, List.of(rejection));
        store.reject(log, List.of(rejection));

        assertThat(clickHouse.query(
                        Sql.of("SELECT count() AS n FROM ingest_rejected FINAL WHERE log_id = {log:UUID}")
                                .with("log", log),
                        row -> row.number("n")))
                .containsExactly(1L);
    }

    @Test
    void nothing_is_running_afterwards() {
        store.endInserts();
        store.progress(Instant.now(), 3);

        assertThat(count("ingest_progress", "lag_records = 3")).isEqualTo(1);
    }

    private Positions nowhere() {
        return new Positions(log, Map.of(), Instant.EPOCH);
    }

    private CallRow row(long sequence) {
        return new CallRow(Events.event(boot, sequence, Events.ACME, START.plusSeconds(sequence % 3_600)), 0, sequence);
    }

    private List<CallRow> rows(int from, int to) {
        List<CallRow> rows = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private String mine() {
        return "log_id = '" + log + "'";
    }

    private static long count(String table, String where) {
        return clickHouse
                .query(Sql.of("SELECT count() AS n FROM " + table + " WHERE " + where), row -> row.number("n"))
                .getFirst();
    }
}
