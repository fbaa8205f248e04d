package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another amount for some windows, as written by a client.
 *
 * @param amount as the limit's
 * @param windows for how many, 1 to 366; absent means 1
 * @param from a moment of the first of them, or with which it begins if windows are rolling; absent means now
 */
public record NewLimitOverride(
        String amount, @Nullable Integer windows, @Nullable Instant from) {}
