package dev.tollgate.model.api;

import dev.tollgate.model.price.PriceVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price.
 *
 * @param current the terms that hold; absent as long as all are to come
 * @param upcoming the terms that will hold, in that order
 * @param overridden whether it does not hold because the tenant has a price of its own for the same tool or its server; of
 *     those from the catalogue alone
 */
public record Price(
        UUID id,
        UUID serverId,
        String serverName,
        @Nullable String toolName,
        @Nullable PriceVersion current,
        List<PriceVersion> upcoming,
        PriceOrigin origin,
        boolean overridden,
        Instant createdAt,
        long version) {}
