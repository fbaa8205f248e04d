package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spend from the hourly roll-up.
 *
 * @param from inclusive, on an hour
 * @param to exclusive, on an hour
 * @param lagSeconds how far the figures are behind the gateways' events; absent if unknown
 */
public record SpendReport(
        Instant from,
        Instant to,
        List<String> groupBy,
        List<SpendRow> rows,
        SpendRow total,
        @Nullable Long lagSeconds) {}
