package dev.tollgate.control.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Problem.FieldError;
import dev.tollgate.model.quota.WindowLength;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void without_times_it_is_the_last_thirty_days_up_to_the_running_hour() {
        assertThat(time("UTC", null, null))
                .returns(Instant.parse("2026-10-23T11:00:00Z"), ReportTime::from)
                .returns(Instant.parse("2026-11-22T11:00:00Z"), ReportTime::to);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-11-01T00:59:59Z, 2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z",
        "Europe/Vienna, 2026-10-25, 2026-10-26, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "Europe/Vienna, 2026-03-29, 2026-03-30, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Asia/Kolkata, 2026-11-01, 2026-11-02, 2026-10-31T18:30:00Z, 2026-11-01T18:30:00Z",
        "Asia/Kolkata, 2026-11-01T00:00:00Z, 2026-11-01T00:31:00Z, 2026-10-31T23:30:00Z, 2026-11-01T01:30:00Z",
        "Asia/Kathmandu, 2026-11-01, 2026-11-02, 2026-10-31T18:15:00Z, 2026-11-01T18:15:00Z"
    })
    void bounds_are_the_zones_days_and_hours(String zone, String from, String to, Instant first, Instant last) {
        assertThat(time(zone, from, to)).returns(first, ReportTime::from).returns(last, ReportTime::to);
    }

    @Test
    void a_day_on_which_clocks_change_has_23_or_25_hours_and_hours_that_come_twice_are_two() {
        ReportTime spring = time("Europe/Vienna", "2026-03-29", "2026-03-30");
        ReportTime autumn = time("Europe/Vienna", "2026-10-25", "2026-10-26");

        assertThat(spring.starts(WindowLength.HOUR)).hasSize(23);
        assertThat(autumn.starts(WindowLength.HOUR)).hasSize(25);
        assertThat(autumn.starts(WindowLength.HOUR).stream()
                        .map(start -> autumn.name(WindowLength.HOUR, start.getEpochSecond())))
                .contains("2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00")
                .doesNotHaveDuplicates();
        assertThat(days(time("Europe/Vienna", "2026-10-24", "2026-10-28"))).containsExactly(24L, 25L, 24L, 24L);
    }

    private static List<Long> days(ReportTime time) {
        List<Instant> starts = Stream.concat(time.starts(WindowLength.DAY).stream(), Stream.of(time.to()))
                .toList();
        return IntStream.range(1, starts.size())
                .mapToObj(
                        i -> Duration.between(starts.get(i - 1), starts.get(i)).toHours())
                .toList();
    }

    @Test
    void weeks_begin_on_the_tenants_day_and_what_begins_before_the_report_has_its_own_name() {
        ReportTime time = ReportTime.of(
                "2026-10-30",
                "2026-11-10",
                new TenantCalendar(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, Month.JANUARY),
                NOW);

        assertThat(names(time, WindowLength.WEEK)).containsExactly("2026-10-25", "2026-11-01", "2026-11-08");
        assertThat(names(time, WindowLength.MONTH)).containsExactly("2026-10", "2026-11");
    }

    private static Stream<String> names(ReportTime time, WindowLength length) {
        return time.starts(length).stream().map(start -> time.name(length, start.getEpochSecond()));
    }

    @Test
    void only_zones_off_the_full_hour_part_hours_and_only_where_something_begins() {
        ReportTime vienna = time("Europe/Vienna", "2026-10-24", "2026-10-28");
        ReportTime kolkata = time("Asia/Kolkata", "2026-11-01", "2026-11-04");

        assertThat(vienna.partedHours(Stream.of(WindowLength.HOUR, WindowLength.DAY)))
                .isEmpty();
        assertThat(kolkata.partedHours(Stream.of()).stream().map(Instant::ofEpochSecond))
                .containsExactly(Instant.parse("2026-10-31T18:00:00Z"), Instant.parse("2026-11-03T18:00:00Z"));
        assertThat(kolkata.partedHours(Stream.of(WindowLength.DAY))).hasSize(4);
        assertThat(kolkata.partedHours(Stream.of(WindowLength.HOUR))).hasSize(73);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "from, yesterday, -",
                "from, 2026-13-01, -",
                "from, 1969-12-31, 1970-01-02",
                "from, +999999999-01-01T00:00:00Z, -",
                "to, 2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z",
                "to, 2026-11-02, 2026-11-02",
                "to, 2026-11-02, 2101-01-01",
                "from, 2020-01-01T00:00:00Z, 2026-11-01T00:00:00Z"
            })
    void what_cannot_be_read_is_named(String field, @Nullable String from, @Nullable String to) {
        assertThatThrownBy(() -> time("Europe/Vienna", from, to))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Refusal.Invalid) refused.refusal()).errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    private static ReportTime time(String zone, @Nullable String from, @Nullable String to) {
        return ReportTime.of(from, to, TenantCalendar.USUAL.in(ZoneId.of(zone)), NOW);
    }
}
