package dev.tollgate.model.token;

import dev.tollgate.model.id.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call as they stand on its event.
 *
 * @param encoding by which they were counted; an estimate if it {@linkplain TokenEncoding#isEstimate() says so}
 * @param model as the agent names it, else the tenant's standard one; absent if there is neither; untrusted
 * @param modelId of the tenant's price table; absent if the model is not in it
 * @param version of the model's rates; present with {@code modelId}
 * @param costNanos nano-dollars that the model's provider takes by those rates; 0 without them
 */
public record TokenUse(
        long definitions,
        long arguments,
        long result,
        TokenEncoding encoding,
        @Nullable String model,
        @Nullable ModelId modelId,
        @Nullable Long version,
        long costNanos) {
    public TokenUse {
        new TokenCounts(definitions, arguments, result);
        if ((modelId == null) != (version == null) || modelId != null && model == null) {
            throw new IllegalArgumentException("a model of the table is named, with the version of its rates");
        }
        if (costNanos < 0 || version == null && costNanos != 0) {
            throw new IllegalArgumentException("tokens cost what a model's rates say: " + costNanos);
        }
    }

    public TokenCounts counts() {
        return new TokenCounts(definitions, arguments, result);
    }
}
