package dev.tollgate.model.api;

import dev.tollgate.model.price.PriceTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as written by a client.
 *
 * @param toolName the tool's name on the server; absent for all its tools
 * @param effectiveFrom when its terms begin to hold; absent means now
 */
public record NewPrice(
        UUID serverId,
        @Nullable String toolName,
        PriceTerms terms,
        @Nullable Instant effectiveFrom) {}
