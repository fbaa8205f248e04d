package dev.tollgate.model.api;

import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.token.TokenEncoding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as written by a client.
 *
 * @param name as agents name it, in visible ASCII
 * @param standard whether it holds for agents that name none, in the place of the model that does; absent means no
 * @param effectiveFrom when its rates begin to hold; absent means now
 */
public record NewModel(
        String name,
        TokenEncoding encoding,
        @Nullable Boolean standard,
        ModelRates rates,
        @Nullable Instant effectiveFrom) {}
