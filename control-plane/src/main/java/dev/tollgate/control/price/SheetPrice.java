package dev.tollgate.control.price;

import dev.tollgate.model.price.PriceTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a price as a sheet has it.
 *
 * @param line where it begins, from 1
 * @param tool absent for all tools of the server
 * @param effectiveFrom absent means at once
 */
record SheetPrice(
        long line,
        String environment,
        String server,
        @Nullable String tool,
        @Nullable Instant effectiveFrom,
        PriceTerms terms) {}
