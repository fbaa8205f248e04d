package dev.tollgate.control.calls;

import dev.tollgate.control.price.PriceBook;
import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.api.TokenPrice;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceExplanation;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Explains what calls cost that were made. */
@ApplicationScoped
class CallPrices {
    private final PriceBook prices;
    private final CallTokenPrices tokenPrices;

    CallPrices(PriceBook prices, CallTokenPrices tokenPrices) {
        this.prices = prices;
        this.tokenPrices = tokenPrices;
    }

    CallPrice explain(PricedCall call) {
        CallTokens counted = call.tokens();
        TokenPrice tokens = counted == null ? null : tokenPrices.explain(counted);
        UUID price = call.price();
        if (price == null) {
            return unpriced(call.charged(), tokens);
        }
        PriceVersion version = prices.version(price, call.version())
                .orElseThrow(() -> new IllegalStateException("version " + call.version() + " of price " + price
                        + " is gone, and versions are never deleted"));
        Quantities quantities = call.quantities().isEmpty()
                ? Quantities.NONE
                : Quantities.recorded(version.terms(), call.quantities(), call.before(), call.tierCounts());
        PriceExplanation explanation = version.terms().price(call.status(), quantities);
        return new CallPrice(
                call.charged(),
                price,
                version,
                explanation.toString(),
                explanation.lines(),
                explanation.total(),
                tokens);
    }

    private static CallPrice unpriced(Money charged, @Nullable TokenPrice tokens) {
        String words = charged.equals(Money.ZERO)
                ? "0 = no price holds for it, or it was not sent to the server"
                : charged.dollars() + " = the price per call that held before prices had versions";
        return new CallPrice(charged, null, null, words, List.of(), charged, tokens);
    }
}
