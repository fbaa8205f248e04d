package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendPeriods;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups that follow each other in time, as the report's zone has them. */
final class Timeline {
    private Timeline() {}

    /** The rows and, for each period of the report that has begun and has no row, one of no calls. */
    static List<SpendRow> filled(SpendReport report, Grouping grouping, Instant now) {
        return grouping.period()
                .map(length -> filled(report, grouping, length, now))
                .orElse(report.rows());
    }

    private static List<SpendRow> filled(SpendReport report, Grouping grouping, WindowLength length, Instant now) {
        Instant end = report.to().isBefore(now) ? report.to() : now;
        SpendPeriods periods = new SpendPeriods(length, ZoneId.of(report.zone()), report.weekStart());
        Map<String, SpendRow> byTime = new LinkedHashMap<>();
        for (Instant start : report.from().isBefore(end) ? periods.starts(report.from(), end) : List.<Instant>of()) {
            byTime.put(periods.name(start), none(grouping, periods.name(start)));
        }
        report.rows().forEach(row -> byTime.put(row.group().getOrDefault(grouping.apiName(), ""), row));
        return List.copyOf(byTime.values());
    }

    private static SpendRow none(Grouping grouping, String value) {
        return new SpendRow(Map.of(grouping.apiName(), value), 0, 0, 0, Money.ZERO, SpendTokens.NONE, Money.ZERO, 0, 0);
    }
}
