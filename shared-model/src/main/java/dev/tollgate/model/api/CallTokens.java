package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.TokenEncoding;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call.
 *
 * @param definitions of all tools that its caller is listed
 * @param estimate whether the counts are those of no model
 * @param model as the agent named it, else the tenant's standard one at the time; untrusted
 * @param modelId of the tenant's price table; absent if the model was not in it
 * @param modelVersion of the model's rates; present with {@code modelId}
 * @param cost what the model's provider takes by those rates; no part of the call's own cost
 */
public record CallTokens(
        long definitions,
        long arguments,
        long result,
        TokenEncoding encoding,
        boolean estimate,
        @Nullable String model,
        @Nullable UUID modelId,
        @Nullable Long modelVersion,
        Money cost) {}
