package dev.tollgate.model.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows against what java.time says of the same moments, in zones that do what zones should not. */
class QuotaWindowTest {
    /**
     * Whole and half hours both ways; clocks that change by half an hour (Lord Howe), over midnight (Goose Bay, Sao Paulo,
     * Havana, Beirut), that skipped a day (Apia), by three quarters of an hour (Chatham), with other rules by the year (Cairo,
     * Casablanca), by three hours (Troll), and none.
     */
    private static final String[] ZONES = {
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Goose_Bay",
        "America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Pacific/Apia", "Pacific/Chatham", "Africa/Cairo",
        "Africa/Casablanca", "Antarctica/Troll", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"
    };

    private static final Instant FROM = Instant.parse("2005-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2032-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1w", "1M", "1Q", "1Y"})
    void dates_of_every_zone_follow_one_another_without_gap_or_overlap(String length) {
        for (String zone : ZONES) {
            QuotaWindow.Calendar window = QuotaWindow.Calendar.of(WindowLength.of(length), ZoneId.of(zone));
            Period period = window.periodAt(FROM);
            while (period.end().isBefore(TO)) {
                Period next = window.periodAt(period.end());
                assertThat(next.start()).as("%s in %s", length, zone).isEqualTo(period.end());
                assertThat(window.periodAt(next.end().minusNanos(1)))
                        .as("%s in %s", length, zone)
                        .isEqualTo(next);
                period = next;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h"})
    void parts_of_days_around_each_change_of_clocks_follow_one_another_without_gap_or_overlap(String length) {
        for (String name : ZONES) {
            ZoneId zone = ZoneId.of(name);
            QuotaWindow.Calendar window = QuotaWindow.Calendar.of(WindowLength.of(length), zone);
            var change = zone.getRules().nextTransition(FROM);
            while (change != null && change.getInstant().isBefore(TO)) {
                Period period = window.periodAt(change.getInstant().minus(Duration.ofMinutes(130)));
                while (period.end().isBefore(change.getInstant().plus(Duration.ofMinutes(130)))) {
                    Period next = window.periodAt(period.end());
                    assertThat(next.start()).as("%s in %s", length, name).isEqualTo(period.end());
                    assertThat(window.periodAt(next.end().minusNanos(1)))
                            .as("%s in %s", length, name)
                            .isEqualTo(next);
                    assertThat(Duration.between(next.start(), next.end()))
                            .as("%s in %s", length, name)
                            .isLessThanOrEqualTo(window.length().rolling());
                    period = next;
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WindowLength.class)
    void any_moment_lies_in_a_window_that_begins_where_java_time_says(WindowLength length) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 40_000; i++) {
            ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
            Instant at = Instant.ofEpochMilli(random.nextLong(FROM.toEpochMilli(), TO.toEpochMilli()));
            Period period = QuotaWindow.Calendar.of(length, zone).periodAt(at);

            assertThat(period.contains(at))
                    .as("%s of %s in %s", length, at, zone)
                    .isTrue();
            if (quietAround(at, zone)) {
                assertThat(period.start())
                        .as("%s of %s in %s", length, at, zone)
                        .isEqualTo(start(at.atZone(zone), length));
            }
        }
    }

    /** Whether no clock is changed on that day or beside it, so that dates and clocks leave one answer alone. */
    private static boolean quietAround(Instant at, ZoneId zone) {
        var change = zone.getRules().nextTransition(at.minus(Duration.ofDays(2)));
        return change == null || change.getInstant().isAfter(at.plus(Duration.ofDays(2)));
    }

    private static Instant start(ZonedDateTime at, WindowLength length) {
        LocalDate date = at.toLocalDate();
        return switch (length) {
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES).toInstant();
            case FIVE_MINUTES ->
                at.truncatedTo(ChronoUnit.HOURS)
                        .plusMinutes(at.getMinute() / 5 * 5)
                        .toInstant();
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> midnight(date, at);
            case WEEK -> midnight(date.minusDays(date.getDayOfWeek().getValue() - 1), at);
            case MONTH -> midnight(date.withDayOfMonth(1), at);
            case QUARTER -> midnight(date.with(IsoFields.DAY_OF_QUARTER, 1), at);
            case YEAR -> midnight(date.withDayOfYear(1), at);
        };
    }

    private static Instant midnight(LocalDate date, ZonedDateTime at) {
        return ZonedDateTime.of(date.atStartOfDay(), at.getZone()).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // Spring and autumn in Berlin: a day of 23 and one of 25 hours.
        "1d, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "1d, Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        // The hour from 2 to 3 comes twice, and is two windows.
        "1h, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "1h, Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        // Hours of India begin at the half hours of Greenwich.
        "1h, Asia/Kolkata, 2026-05-05T10:40:00Z, 2026-05-05T10:30:00Z, 2026-05-05T11:30:00Z",
        // Lord Howe goes back from 2:00 to 1:30, half an hour after its hour began.
        "1h, Australia/Lord_Howe, 2026-04-04T14:45:00Z, 2026-04-04T14:00:00Z, 2026-04-04T15:00:00Z",
        "1h, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z",
        // Goose Bay went back from 0:01 to 23:01 of the day before: the new day had begun.
        "1d, America/Goose_Bay, 2010-11-07T03:30:00Z, 2010-11-07T03:00:00Z, 2010-11-08T04:00:00Z",
        // There was no 30 December 2011 in Samoa.
        "1d, Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
        "1d, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
        "1w, UTC, 2026-11-29T11:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "1M, America/New_York, 2026-03-01T04:59:59Z, 2026-02-01T05:00:00Z, 2026-03-01T05:00:00Z",
        "1Y, Pacific/Kiritimati, 2026-12-31T10:00:00Z, 2026-12-31T10:00:00Z, 2027-12-31T10:00:00Z"
    })
    void named_moments(String length, String zone, Instant at, Instant start, Instant end) {
        Period period = QuotaWindow.Calendar.of(WindowLength.of(length), ZoneId.of(zone))
                .periodAt(at);

        assertThat(period).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "1w, SUNDAY, JANUARY, 2026-11-29T00:00:00Z, 2026-11-29, 2026-12-06",
        "1w, SATURDAY, JANUARY, 2026-11-27T23:59:00Z, 2026-11-21, 2026-11-28",
        "1Q, MONDAY, JANUARY, 2026-11-29T00:00:00Z, 2026-10-01, 2027-01-01",
        "1Q, MONDAY, FEBRUARY, 2026-01-31T23:59:00Z, 2025-11-01, 2026-02-01",
        "1Q, MONDAY, DECEMBER, 2026-11-29T00:00:00Z, 2026-09-01, 2026-12-01",
        "1Y, MONDAY, APRIL, 2026-03-31T00:00:00Z, 2025-04-01, 2026-04-01",
        "1Y, MONDAY, APRIL, 2026-04-01T00:00:00Z, 2026-04-01, 2027-04-01"
    })
    void weeks_quarters_and_years_begin_where_the_tenant_says(
            String length, DayOfWeek week, Month year, Instant at, LocalDate first, LocalDate next) {
        ZoneId utc = ZoneId.of("UTC");

        Period period = new QuotaWindow.Calendar(WindowLength.of(length), utc, week, year).periodAt(at);

        assertThat(LocalDateTime.ofInstant(period.start(), utc)).isEqualTo(first.atStartOfDay());
        assertThat(LocalDateTime.ofInstant(period.end(), utc)).isEqualTo(next.atStartOfDay());
    }

    @ParameterizedTest
    @EnumSource(WindowLength.class)
    void a_rolling_window_is_no_shorter_than_any_of_the_calendar(WindowLength length) {
        QuotaWindow.Calendar window = QuotaWindow.Calendar.of(length, ZoneId.of("UTC"));
        Period period = window.periodAt(FROM);
        for (int i = 0; i < 500; i++) {
            assertThat(length.rolling()).isGreaterThanOrEqualTo(Duration.between(period.start(), period.end()));
            period = window.periodAt(period.end());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1D", "2m", "", "1y"})
    void other_lengths_are_refused(String text) {
        assertThatThrownBy(() -> WindowLength.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"rolling\",\"length\":\"1M\"}",
                "{\"kind\":\"calendar\",\"length\":\"1m\",\"zone\":\"Europe/Berlin\",\"weekStart\":\"SUNDAY\",\"yearStart\":\"APRIL\"}"
            })
    void is_the_same_after_its_way_over_a_topic(String json) {
        QuotaWindow window = WireJson.decode(json.getBytes(StandardCharsets.UTF_8), QuotaWindow.class);

        assertThat(new String(WireJson.encode(window), StandardCharsets.UTF_8)).isEqualTo(json);
    }
}
