package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import java.util.Map;

/**
 * One group of a spend report.
 *
 * @param group the group's value for each dimension asked for
 * @param tokenCost what models' providers take for the tokens; no part of {@code cost}
 */
public record SpendRow(
        Map<String, String> group,
        long calls,
        long failedCalls,
        long refusedCalls,
        Money cost,
        SpendTokens tokens,
        Money tokenCost,
        long p50Micros,
        long p95Micros) {}
