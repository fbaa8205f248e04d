package dev.tollgate.control.price;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.quota.QuotaLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which terms a price can have. */
final class PriceRules {
    /** Far beyond what a call costs, and far from where sums of calls would overflow. */
    static final Money PER_CALL_MAX = Money.ofDollars("10000");

    /** What gateways take and pass on at the most, and the longest time-out of a server. */
    static final QuantityBounds LARGEST_CALL = new QuantityBounds(4 << 20, 16 << 20, 600_000);

    private PriceRules() {}

    /** Names in the errors which part is at fault. */
    static void check(FieldErrors errors, String field, @Nullable PriceTerms terms) {
        errors.present(field, terms);
        if (terms == null) {
            return;
        }
        List<PriceComponent> components = terms.components();
        for (int i = 0; i < components.size(); i++) {
            check(errors, field + ".components[" + i + "]", components.get(i));
        }
        String most = most(terms);
        if (most != null) {
            errors.add(
                    field,
                    "let a call cost " + most + ", and it is at most " + PER_CALL_MAX.dollars()
                            + ": lower a rate or a quantityMax, or set a maximum");
        }
    }

    /** Only of calls it is known before one is made how many it has, so that it can have its place in a tier. */
    private static void check(FieldErrors errors, String field, PriceComponent component) {
        if (component.period() == null) {
            return;
        }
        List<Tier> tiers = component.tiers();
        if (!(component.measure() instanceof Measure.Calls)) {
            errors.add(
                    field + ".period",
                    "is for calls alone: how many " + component.measure().unit()
                            + " a call has is known only when it has ended. Leave it out, and counting begins with each call");
        } else if (tiers.size() == 1) {
            errors.add(
                    field + ".tiers",
                    "need one that ends, such as the free calls of a month: a period counts up to that");
        } else if (tiers.stream().anyMatch(tier -> tier.upTo() != null && tier.upTo() > QuotaLimit.AMOUNT_MAX)) {
            errors.add(field + ".tiers", "end with " + QuotaLimit.AMOUNT_MAX + " at the most");
        }
    }

    /** What the dearest call costs that is too dear; null if none is. */
    private static @Nullable String most(PriceTerms terms) {
        try {
            Money most = terms.bound(LARGEST_CALL);
            return most.compareTo(PER_CALL_MAX) > 0 ? "up to " + most.dollars() : null;
        } catch (ArithmeticException e) {
            return "more than an amount can be";
        }
    }
}
