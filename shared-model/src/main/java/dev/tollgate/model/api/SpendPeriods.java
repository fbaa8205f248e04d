package dev.tollgate.model.api;

import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The hours, days, weeks or months that a report groups by, as the clocks and the calendar of a zone have them. */
public record SpendPeriods(WindowLength length, ZoneId zone, DayOfWeek weekStart) {
    /** The one that contains {@code at}. */
    public Period at(Instant at) {
        return new QuotaWindow.Calendar(length, zone, weekStart, Month.JANUARY).periodAt(at);
    }

    /** Where each begins of which a part lies within; the first may begin earlier. */
    public List<Instant> starts(Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>();
        for (Period each = at(from); each.start().isBefore(to); each = at(each.end())) {
            starts.add(each.start());
        }
        return starts;
    }

    /**
     * As reports name the one that begins at {@code start}: {@code 2026-11}; {@code 2026-11-01}, also a week by its first
     * day; {@code 2026-11-01T10:00:00+01:00}.
     */
    public String name(Instant start) {
        ZonedDateTime local = start.atZone(zone);
        return switch (length) {
            case MONTH -> YearMonth.from(local).toString();
            case WEEK, DAY -> local.toLocalDate().toString();
            case HOUR -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
            case MINUTE, FIVE_MINUTES, QUARTER, YEAR ->
                throw new IllegalArgumentException("reports do not group by " + length);
        };
    }
}
