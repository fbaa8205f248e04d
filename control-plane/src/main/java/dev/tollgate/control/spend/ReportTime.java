package dev.tollgate.control.spend;

import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SpendPeriods;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.WindowLength;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a report's calls began, and whose hours, days, weeks and months it counts by.
 *
 * @param from inclusive, on an hour of the calendar's zone
 * @param to exclusive, on an hour of the calendar's zone
 */
record ReportTime(Instant from, Instant to, TenantCalendar calendar) {
    /** The grain of the roll-up. */
    static final int HOUR_SECONDS = 3_600;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration RANGE_DEFAULT = Duration.ofDays(30);
    private static final Duration RANGE_MAX = Duration.ofDays(3 * 366);

    /** Reads query parameters: times, widened to whole hours of the zone, or days of it. */
    static ReportTime of(@Nullable String from, @Nullable String to, TenantCalendar calendar, Instant now) {
        @Nullable Instant wantedTo = time("to", to, calendar.zone());
        Instant last = hourEnd(wantedTo == null ? now : wantedTo, calendar);
        @Nullable Instant wantedFrom = time("from", from, calendar.zone());
        Instant first = periods(WindowLength.HOUR, calendar)
                .at(wantedFrom == null ? last.minus(RANGE_DEFAULT) : wantedFrom)
                .start();
        if (!first.isBefore(last)) {
            throw Refused.invalid("to", "is after from");
        }
        if (Duration.between(first, last).compareTo(RANGE_MAX) > 0) {
            throw Refused.invalid("from", "is at most " + RANGE_MAX.toDays() + " days before to");
        }
        return new ReportTime(first, last, calendar);
    }

    private static @Nullable Instant time(String field, @Nullable String text, ZoneId zone) {
        @Nullable Instant time = Filter.timeOrDay(field, text, zone);
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Refused.invalid(field, "lies between 1970 and 2100");
        }
        return time;
    }

    private static Instant hourEnd(Instant time, TenantCalendar calendar) {
        Period hour = periods(WindowLength.HOUR, calendar).at(time);
        return hour.start().equals(time) ? time : hour.end();
    }

    private static SpendPeriods periods(WindowLength length, TenantCalendar calendar) {
        return new SpendPeriods(length, calendar.zone(), calendar.weekStart());
    }

    /** Where each period begins of which a part lies within; the first may begin earlier. */
    List<Instant> starts(WindowLength length) {
        return periods(length, calendar).starts(from, to);
    }

    String name(WindowLength length, long startSecond) {
        return periods(length, calendar).name(Instant.ofEpochSecond(startSecond));
    }

    /**
     * The hours of UTC, by their beginning, that a bound or the beginning of a period parts: the roll-up cannot tell what
     * was before and what after.
     */
    SortedSet<Long> partedHours(Stream<WindowLength> lengths) {
        SortedSet<Long> parted = new TreeSet<>();
        Stream.concat(Stream.of(from, to), lengths.flatMap(length -> starts(length).stream()))
                .filter(at -> !at.isBefore(from))
                .mapToLong(Instant::getEpochSecond)
                .filter(second -> Math.floorMod(second, HOUR_SECONDS) != 0)
                .map(second -> second - Math.floorMod(second, HOUR_SECONDS))
                .forEach(parted::add);
        return parted;
    }
}
