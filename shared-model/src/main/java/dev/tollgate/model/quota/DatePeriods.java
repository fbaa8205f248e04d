package dev.tollgate.model.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Windows of whole days. They begin with the first moment of their first date. */
final class DatePeriods {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_YEAR = 12;

    private DatePeriods() {}

    static Period at(Instant at, QuotaWindow.Calendar window) {
        LocalDate first = first(at.atZone(window.zone()).toLocalDate(), window);
        LocalDate next = next(first, window.length());
        // Clocks that go back over midnight come to the old date again, when the new one has begun already.
        while (!at.isBefore(start(next, window))) {
            first = next;
            next = next(first, window.length());
        }
        return new Period(start(first, window), start(next, window));
    }

    /** The first date of the window that {@code date} lies in. */
    private static LocalDate first(LocalDate date, QuotaWindow.Calendar window) {
        return switch (window.length()) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(window.weekStart()));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> monthsBack(date, window, MONTHS_OF_QUARTER);
            case YEAR -> monthsBack(date, window, MONTHS_OF_YEAR);
            case MINUTE, FIVE_MINUTES, HOUR, DAY -> date;
        };
    }

    private static LocalDate monthsBack(LocalDate date, QuotaWindow.Calendar window, int months) {
        int since = Math.floorMod(date.getMonthValue() - window.yearStart().getValue(), months);
        return date.withDayOfMonth(1).minusMonths(since);
    }

    private static LocalDate next(LocalDate first, WindowLength length) {
        return switch (length) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(MONTHS_OF_QUARTER);
            case YEAR -> first.plusYears(1);
            case MINUTE, FIVE_MINUTES, HOUR, DAY -> first.plusDays(1);
        };
    }

    private static Instant start(LocalDate date, QuotaWindow.Calendar window) {
        return date.atStartOfDay(window.zone()).toInstant();
    }
}
