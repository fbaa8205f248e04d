package dev.tollgate.control.calls;

import dev.tollgate.control.model.ModelBook;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.api.TokenPrice;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.price.TokenLine;
import dev.tollgate.model.token.TokenCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Explains what calls' tokens cost. */
@ApplicationScoped
class CallTokenPrices {
    private final ModelBook models;

    CallTokenPrices(ModelBook models) {
        this.models = models;
    }

    TokenPrice explain(CallTokens tokens) {
        UUID model = tokens.modelId();
        Long number = tokens.modelVersion();
        if (model == null || number == null) {
            return unpriced(tokens);
        }
        ModelVersion version = models.version(model, number)
                .orElseThrow(() -> new IllegalStateException("version " + number + " of the rates of model " + model
                        + " is gone, and versions are never deleted"));
        TokenCounts counts = new TokenCounts(tokens.definitions(), tokens.arguments(), tokens.result());
        List<TokenLine> lines = version.rates().explain(counts);
        Money total = version.rates().cost(counts);
        String sum = lines.stream().map(TokenLine::toString).collect(Collectors.joining(" + "));
        return new TokenPrice(
                tokens.cost(), tokens.model(), model, version, total.dollars() + " = " + sum, lines, total);
    }

    private static TokenPrice unpriced(CallTokens tokens) {
        String words = tokens.model() == null
                ? "0 = the agent named no model, and none was the standard one"
                : "0 = the model had no rates in the price table when the call began";
        return new TokenPrice(tokens.cost(), tokens.model(), null, null, words, List.of(), tokens.cost());
    }
}
