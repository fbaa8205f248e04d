package dev.tollgate.model.api;

import dev.tollgate.model.price.PriceVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says that a tool costs, for tenants who have not said otherwise.
 *
 * @param address of the servers that it holds for: a URL, and those below it
 * @param toolName the tool's name on those servers; absent for all their tools
 * @param current the terms that hold; absent as long as all are to come
 * @param upcoming the terms that will hold, in that order
 */
public record CataloguePrice(
        UUID id,
        String address,
        @Nullable String toolName,
        @Nullable PriceVersion current,
        List<PriceVersion> upcoming,
        Instant createdAt,
        long version) {}
