package dev.tollgate.ui.view.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-11-01T00:00:00Z, 2026-11-03T00:00:00Z",
        "Europe/Berlin, 2026-10-31T23:00:00Z, 2026-11-02T23:00:00Z",
        "Asia/Kolkata, 2026-10-31T18:00:00Z, 2026-11-02T19:00:00Z"
    })
    void whole_days_of_the_zone_cover_whole_hours_of_utc(String zone, String from, String to) {
        Range range = Range.days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"), ZoneId.of(zone));

        assertThat(range.from()).hasToString(from);
        assertThat(range.to()).hasToString(to);
    }
}
