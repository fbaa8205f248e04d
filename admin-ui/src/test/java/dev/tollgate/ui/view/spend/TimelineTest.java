package dev.tollgate.ui.view.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Range RANGE =
            new Range(Instant.parse("2026-11-20T23:00:00Z"), Instant.parse("2026-11-22T23:00:00Z"));

    @Test
    void an_hour_without_calls_stands_between_its_neighbours() {
        List<SpendRow> rows = List.of(row("hour", "2026-11-21T01:00:00Z"), row("hour", "2026-11-21T03:00:00Z"));

        List<SpendRow> filled = Timeline.filled(rows, Grouping.HOUR, RANGE, Instant.parse("2026-11-21T03:20:00Z"));

        assertThat(filled)
                .extracting(row -> row.group().get("hour") + " " + row.calls())
                .containsExactly(
                        "2026-11-20T23:00:00Z 0",
                        "2026-11-21T00:00:00Z 0",
                        "2026-11-21T01:00:00Z 7",
                        "2026-11-21T02:00:00Z 0",
                        "2026-11-21T03:00:00Z 7");
    }

    @Test
    void days_go_to_the_end_of_a_range_that_is_over() {
        List<SpendRow> rows = List.of(row("day", "2026-11-21"));

        List<SpendRow> filled = Timeline.filled(rows, Grouping.DAY, RANGE, Instant.parse("2026-12-24T00:00:00Z"));

        assertThat(filled)
                .extracting(row -> row.group().get("day") + " " + row.calls())
                .containsExactly("2026-11-20 0", "2026-11-21 7", "2026-11-22 0");
    }

    @Test
    void a_row_that_this_clock_thinks_is_yet_to_come_is_kept() {
        List<SpendRow> rows = List.of(row("hour", "2026-11-21T00:00:00Z"));

        List<SpendRow> filled = Timeline.filled(rows, Grouping.HOUR, RANGE, Instant.parse("2026-11-20T23:59:59Z"));

        assertThat(filled).hasSize(2).endsWith(rows.getFirst());
    }

    @Test
    void what_is_no_time_has_no_gaps() {
        List<SpendRow> rows = List.of(row("tool", "echo"));

        assertThat(Timeline.filled(rows, Grouping.TOOL, RANGE, RANGE.to())).isEqualTo(rows);
    }

    private static SpendRow row(String dimension, String value) {
        return new SpendRow(
                Map.of(dimension, value), 7, 0, 0, Money.ofDollars("1"), SpendTokens.NONE, Money.ZERO, 1, 1);
    }
}
