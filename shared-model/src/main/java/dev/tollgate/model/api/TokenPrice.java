package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.price.TokenLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the tokens of a call cost what they did: their counts are priced anew by the rates that held.
 *
 * @param charged as it stands on the call
 * @param model as the agent named it, else the tenant's standard one at the time; untrusted
 * @param modelId absent where the model was not in the tenant's price table
 * @param version the rates that held
 * @param explanation on one line
 * @param total what the tokens come to by those rates; as charged, unless something is wrong
 */
public record TokenPrice(
        Money charged,
        @Nullable String model,
        @Nullable UUID modelId,
        @Nullable ModelVersion version,
        String explanation,
        List<TokenLine> lines,
        Money total) {}
