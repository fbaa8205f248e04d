package dev.tollgate.control.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpendCsvTest {
    @Test
    void a_row_for_each_group_with_its_names_and_the_exact_cost() {
        Map<String, String> group = new LinkedHashMap<>();
        group.put("key", "abcdefGHIJ12");
        group.put("keyName", "=HYPERLINK(\"x\")");
        SpendRow row = new SpendRow(
                group,
                12,
                1,
                2,
                Money.ofDollars("0.086419749"),
                new SpendTokens(50_400, 456, 3_720),
                Money.ofDollars("0.13986"),
                100,
                900);

        String csv = SpendCsv.of(report(List.of("key"), List.of(row), row));

        assertThat(csv)
                .isEqualTo(
                        "key,keyName,zone,calls,failed_calls,refused_calls,cost,definition_tokens,argument_tokens,"
                                + "result_tokens,token_cost,p50_micros,p95_micros\r\n"
                                + "abcdefGHIJ12,\"'=HYPERLINK(\"\"x\"\")\",Europe/Vienna,12,1,2,0.086419749,50400,456,3720,0.13986,100,900\r\n");
    }

    @Test
    void without_groups_it_is_the_total() {
        SpendRow total = new SpendRow(Map.of(), 3, 0, 0, Money.ofDollars("1"), SpendTokens.NONE, Money.ZERO, 1, 2);

        assertThat(SpendCsv.of(report(List.of(), List.of(), total)).lines())
                .hasSize(2)
                .last()
                .isEqualTo("Europe/Vienna,3,0,0,1,0,0,0,0,1,2");
    }

    private static SpendReport report(List<String> groupBy, List<SpendRow> rows, SpendRow total) {
        Instant time = Instant.parse("2026-11-01T00:00:00Z");
        return new SpendReport(time, time, "Europe/Vienna", DayOfWeek.MONDAY, groupBy, rows, total, null);
    }
}
