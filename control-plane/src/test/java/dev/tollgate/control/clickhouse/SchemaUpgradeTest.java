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
    void what_was_summed_up_before_subjects_stays_and_what_comes_after_is_summed_up_by_them() {
        Schema.upTo("4-attempts", clickHouse).migrate();
        call(1, "");
        call(2, "");

        new Schema(clickHouse).migrate();
        call(3, ", tier, customer, customer_name");

        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 1");
        // Broken off before it was noted as done, the step is done again.
        clickHouse.execute(Sql.of("ALTER TABLE schema_migration DELETE WHERE step = '5-subjects'")
                .setting("mutations_sync", "1"));
        new Schema(clickHouse).migrate();
        call(4, ", tier, customer, customer_name");
        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 2");
        clickHouse.execute(Sql.of("OPTIMIZE TABLE spend_hourly FINAL"));
        assertThat(rows()).containsExactly("'' '' 2", "pro Initech 2");
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
