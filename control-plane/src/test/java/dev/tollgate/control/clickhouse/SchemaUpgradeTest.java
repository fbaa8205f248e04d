package dev.tollgate.control.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that an earlier release has filled are brought to this one's. */
class SchemaUpgradeTest {
    private static final String TENANT = "0199a000-0000-7000-8000-00000000ac3e";

    @TempDir
    static Path folder;

    static Engine engine;
    static ClickHouse clickHouse;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.clickHouse(folder);
        clickHouse = new ClickHouse(Analytics.settings(engine));
    }

    @AfterAll
    static void stop() throws Exception {
        clickHouse.close();
        engine.close();
    }

    @Test
    void what_was_summed_up_before_subjects_and_tokens_stays_and_what_comes_after_is_summed_up_by_them() {
        Schema.upTo("4-attempts", clickHouse).migrate();
        call(1, "");
        call(2, "");

        Schema.upTo("6-prices", clickHouse).migrate();
        call(3, ", tier, customer, customer_name");

        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 1");
        // Broken off before it was noted as done, the step is done again.
        clickHouse.execute(Sql.of("ALTER TABLE schema_migration DELETE WHERE step = '5-subjects'")
                .setting("mutations_sync", "1"));
        Schema.upTo("6-prices", clickHouse).migrate();
        call(4, ", tier, customer, customer_name");
        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 2");
        clickHouse.execute(Sql.of("OPTIMIZE TABLE spend_hourly FINAL"));
        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 2");

        new Schema(clickHouse).migrate();
        counted(5);
        assertThat(models()).containsExactly("'' 4 0 0", "gpt-large 1 4200 0.011655");
        clickHouse.execute(Sql.of("ALTER TABLE schema_migration DELETE WHERE step = '7-tokens'")
                .setting("mutations_sync", "1"));
        new Schema(clickHouse).migrate();
        counted(6);
        assertThat(models()).containsExactly("'' 4 0 0", "gpt-large 2 8400 0.02331");
        clickHouse.execute(Sql.of("OPTIMIZE TABLE spend_hourly FINAL"));
        assertThat(models()).containsExactly("'' 4 0 0", "gpt-large 2 8400 0.02331");
        assertThat(rows()).containsExactly("'' '' 4", "pro Initech 2");
        assertThat(old()).containsExactly("4 0 0");
    }

    private static void counted(int sequence) {
        clickHouse.execute(
                Sql.of("INSERT INTO calls (tenant, started_at, call_id, gateway, boot, sequence, region, method,"
                        + " cost, status, log_id, filed_under, definition_tokens, argument_tokens, result_tokens, token_encoding,"
                        + " model, model_id, model_version, token_cost) SELECT toUUID('" + TENANT
                        + "'), toDateTime64('2026-11-01 10:00:00', 6, 'UTC'), generateUUIDv4(), 'g', generateUUIDv4(), "
                        + sequence
                        + ", 'local', 'tools/call', toDecimal64(1, 9), 'OK', generateUUIDv4(), today(), 4200, 38, 310,"
                        + " 'o200k_base', 'gpt-large', toUUID('" + TENANT + "'), 1, toDecimal64('0.011655', 9)"));
    }

    private static List<String> models() {
        return clickHouse.query(
                Sql.of("SELECT argMaxMerge(model_name) AS m, sum(calls) AS n, sum(definition_tokens) AS t,"
                        + " sum(token_cost) AS c FROM spend_hourly GROUP BY model ORDER BY model"),
                row -> (row.text("m").isEmpty() ? "''" : row.text("m")) + " " + row.number("n") + " " + row.number("t")
                        + " " + row.money("c").dollars());
    }

    /** Calls that were stored before tokens were counted. */
    private static List<String> old() {
        return clickHouse.query(
                Sql.of("SELECT count() AS n, sum(definition_tokens) AS t, sum(token_cost) AS c FROM calls"
                        + " WHERE token_encoding = '' AND model IS NULL AND parent_input_tokens IS NULL"),
                row -> row.number("n") + " " + row.number("t") + " "
                        + row.money("c").dollars());
    }

    private static void call(int sequence, String subjects) {
        String values = subjects.isEmpty() ? "" : ", 'pro', toUUID('" + TENANT + "'), 'Initech'";
        clickHouse.execute(
                Sql.of("INSERT INTO calls (tenant, started_at, call_id, gateway, boot, sequence, region, method,"
                        + " cost, status, log_id, filed_under" + subjects + ") SELECT toUUID('" + TENANT
                        + "'), toDateTime64('2026-11-01 10:00:00', 6, 'UTC'), generateUUIDv4(), 'g', generateUUIDv4(), "
                        + sequence
                        + ", 'local', 'tools/call', toDecimal64(1, 9), 'OK', generateUUIDv4(), today()" + values));
    }

    private static List<String> rows() {
        return clickHouse.query(
                Sql.of("SELECT if(tier = '', '\\'\\'', toString(tier)) AS t, argMaxMerge(customer_name) AS c,"
                        + " sum(calls) AS n FROM spend_hourly GROUP BY tier ORDER BY tier"),
                row -> row.text("t") + " " + (row.text("c").isEmpty() ? "''" : row.text("c")) + " " + row.number("n"));
    }
}
