package dev.tollgate.model.api;

import dev.tollgate.model.price.PriceTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue price as written by the operator.
 *
 * @param address of the servers that it holds for: a URL such as {@code https://mcp.vendor.example}, and those below it
 * @param toolName the tool's name on those servers; absent for all their tools
 * @param effectiveFrom when its terms begin to hold; absent means now
 */
public record NewCataloguePrice(
        String address,
        @Nullable String toolName,
        PriceTerms terms,
        @Nullable Instant effectiveFrom) {}
