package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import java.util.Map;

/**
 * One group of a spend report.
 *
 * @param group the group's value for each dimension asked for
 */
public record SpendRow(
        Map<String, String> group,
        long calls,
        long failedCalls,
        long refusedCalls,
        Money cost,
        long p50Micros,
        long p95Micros) {}
