package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups that follow each other in time. Hours and days are UTC's, as the report has them. */
final class Timeline {
    private Timeline() {}

    /** The rows and, for each hour or day of the range that has begun and has no row, one of no calls. */
    static List<SpendRow> filled(List<SpendRow> rows, Grouping grouping, Range range, Instant now) {
        return switch (grouping) {
            case HOUR -> List.copyOf(filled(rows, grouping, range, now, ChronoUnit.HOURS));
            case DAY -> List.copyOf(filled(rows, grouping, range, now, ChronoUnit.DAYS));
            case KEY, TOOL, SERVER, ENVIRONMENT, MODEL, STATUS -> rows;
        };
    }

    private static Collection<SpendRow> filled(
            List<SpendRow> rows, Grouping grouping, Range range, Instant now, ChronoUnit unit) {
        Instant end = range.to().isBefore(now) ? range.to() : now;
        TreeMap<String, SpendRow> byTime = new TreeMap<>();
        Duration step = unit.getDuration();
        for (Instant at = range.from().truncatedTo(unit); at.isBefore(end); at = at.plus(step)) {
            byTime.put(value(at, unit), none(grouping, value(at, unit)));
        }
        rows.forEach(row -> byTime.put(row.group().getOrDefault(grouping.apiName(), ""), row));
        return byTime.values();
    }

    private static String value(Instant at, ChronoUnit unit) {
        return unit == ChronoUnit.DAYS ? at.atZone(ZoneOffset.UTC).toLocalDate().toString() : at.toString();
    }

    private static SpendRow none(Grouping grouping, String value) {
        return new SpendRow(Map.of(grouping.apiName(), value), 0, 0, 0, Money.ZERO, SpendTokens.NONE, Money.ZERO, 0, 0);
    }
}
