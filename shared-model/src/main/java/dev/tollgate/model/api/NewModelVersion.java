package dev.tollgate.model.api;

import dev.tollgate.model.price.ModelRates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Other rates of a model, as written by a client.
 *
 * @param effectiveFrom when they begin to hold, later than those before; absent means now
 */
public record NewModelVersion(ModelRates rates, @Nullable Instant effectiveFrom) {}
