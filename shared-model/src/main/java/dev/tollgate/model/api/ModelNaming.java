package dev.tollgate.model.api;

import dev.tollgate.model.token.TokenEncoding;
import org.jspecify.annotations.Nullable;

/**
 * What of a model has no versions, as written by a client.
 *
 * @param name as agents name it, in visible ASCII
 * @param standard whether it holds for agents that name none, in the place of the model that does; absent means no
 */
public record ModelNaming(
        String name, TokenEncoding encoding, @Nullable Boolean standard) {}
