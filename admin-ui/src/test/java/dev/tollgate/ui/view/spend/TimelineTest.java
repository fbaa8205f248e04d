package dev.tollgate.ui.view.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant LATER = Instant.parse("2026-12-24T00:00:00Z");

    @Test
    void an_hour_without_calls_stands_between_its_neighbours() {
        SpendReport report = report(
                "UTC",
                "2026-11-21",
                "2026-11-22",
                row("hour", "2026-11-21T01:00:00Z"),
                row("hour", "2026-11-21T03:00:00Z"));

        assertThat(filled(report, Grouping.HOUR, Instant.parse("2026-11-21T03:20:00Z")))
                .containsExactly(
                        "2026-11-21T00:00:00Z 0",
                        "2026-11-21T01:00:00Z 7",
                        "2026-11-21T02:00:00Z 0",
                        "2026-11-21T03:00:00Z 7");
    }

    @Test
    void days_are_the_zones_and_go_to_the_end_of_a_range_that_is_over() {
        SpendReport report = report("Asia/Kolkata", "2026-11-20", "2026-11-23", row("day", "2026-11-21"));

        assertThat(filled(report, Grouping.DAY, LATER)).containsExactly("2026-11-20 0", "2026-11-21 7", "2026-11-22 0");
    }

    @Test
    void weeks_and_months_begin_before_the_report_where_the_calendar_says() {
        SpendReport report = report("Europe/Vienna", "2026-10-30", "2026-11-10");

        assertThat(filled(report, Grouping.WEEK, LATER))
                .containsExactly("2026-10-26 0", "2026-11-02 0", "2026-11-09 0");
        assertThat(filled(report, Grouping.MONTH, LATER)).containsExactly("2026-10 0", "2026-11 0");
    }

    @Test
    void the_hour_that_comes_twice_is_two_and_labels_tell_them_apart() {
        SpendReport report = report("Europe/Vienna", "2026-10-25", "2026-10-26");
        Labels labels = new Labels(Grouping.HOUR, ZoneId.of("Europe/Vienna"));

        assertThat(Timeline.filled(report, Grouping.HOUR, LATER))
                .hasSize(25)
                .extracting(labels::of)
                .contains(
                        "25 Oct 2026, 01:00",
                        "25 Oct 2026, 02:00 +02:00",
                        "25 Oct 2026, 02:00 +01:00",
                        "25 Oct 2026, 03:00");
    }

    @Test
    void a_row_that_this_clock_thinks_is_yet_to_come_is_kept() {
        SpendReport report = report("UTC", "2026-11-20", "2026-11-22", row("hour", "2026-11-20T01:00:00Z"));

        assertThat(filled(report, Grouping.HOUR, Instant.parse("2026-11-20T00:59:59Z")))
                .containsExactly("2026-11-20T00:00:00Z 0", "2026-11-20T01:00:00Z 7");
    }

    @Test
    void what_is_no_time_has_no_gaps() {
        SpendReport report = report("UTC", "2026-11-20", "2026-11-22", row("tool", "echo"));

        assertThat(Timeline.filled(report, Grouping.TOOL, LATER)).isEqualTo(report.rows());
    }

    private static Stream<String> filled(SpendReport report, Grouping grouping, Instant now) {
        return Timeline.filled(report, grouping, now).stream()
                .map(row -> row.group().get(grouping.apiName()) + " " + row.calls());
    }

    private static SpendReport report(String zone, String from, String to, SpendRow... rows) {
        return new SpendReport(
                LocalDate.parse(from).atStartOfDay(ZoneId.of(zone)).toInstant(),
                LocalDate.parse(to).atStartOfDay(ZoneId.of(zone)).toInstant(),
                zone,
                DayOfWeek.MONDAY,
                List.of(),
                List.of(rows),
                row("tool", "total"),
                null);
    }

    private static SpendRow row(String dimension, String value) {
        return new SpendRow(
                Map.of(dimension, value), 7, 0, 0, Money.ofDollars("1"), SpendTokens.NONE, Money.ZERO, 1, 1);
    }
}
