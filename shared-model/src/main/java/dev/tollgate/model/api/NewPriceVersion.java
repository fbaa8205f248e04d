package dev.tollgate.model.api;

import dev.tollgate.model.price.PriceTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Other terms of a price, as written by a client.
 *
 * @param effectiveFrom when they begin to hold, later than those before; absent means now
 */
public record NewPriceVersion(PriceTerms terms, @Nullable Instant effectiveFrom) {}
