package dev.tollgate.model.api;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spend by the clock and calendar of a time zone.
 *
 * @param from inclusive, on an hour of the zone
 * @param to exclusive, on an hour of the zone
 * @param zone whose hours, days, weeks and months these are, by its IANA name
 * @param weekStart the day on which weeks begin
 * @param lagSeconds how far the figures are behind the gateways' events; absent if unknown
 */
public record SpendReport(
        Instant from,
        Instant to,
        String zone,
        DayOfWeek weekStart,
        List<String> groupBy,
        List<SpendRow> rows,
        SpendRow total,
        @Nullable Long lagSeconds) {}
