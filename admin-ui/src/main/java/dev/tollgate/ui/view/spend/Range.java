package dev.tollgate.ui.view.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of the person's time zone, as the hours of UTC that spend is kept by.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Range(Instant from, Instant to) {
    Range {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range begins before it ends");
        }
    }

    /** A zone that is off by half an hour begins its day within an hour, which is then shown whole. */
    static Range days(LocalDate first, LocalDate last, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.HOURS);
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        Instant ceiling = to.truncatedTo(ChronoUnit.HOURS);
        return new Range(from, ceiling.equals(to) ? to : ceiling.plus(1, ChronoUnit.HOURS));
    }
}
