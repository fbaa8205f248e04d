package dev.tollgate.control.price;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.price.TierAccounts;
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
        long tiers = components.stream()
                .filter(component -> component.goesOn() && !(component.measure() instanceof Measure.Calls))
                .mapToLong(component -> component.tiers().size() - 1)
                .sum();
        if (tiers > TierAccounts.TIERS_MAX) {
            errors.add(
                    field + ".components",
                    "have " + tiers + " tiers that end in a period, beside those of calls, and "
                            + TierAccounts.TIERS_MAX + " are the most");
        }
        String most = most(terms);
        if (most != null) {
            errors.add(
                    field,
                    "let a call cost " + most + ", and it is at most " + PER_CALL_MAX.dollars()
                            + ": lower a rate or a quantityMax, or set a maximum");
        }
    }

    /** What a call has of a tier is taken before it is made: it must be known how much it can be. */
    private static void check(FieldErrors errors, String field, PriceComponent component) {
        if (component.period() == null) {
            return;
        }
        List<Tier> tiers = component.tiers();
        if (component.measure().most() == null) {
            errors.add(
                    field + ".measure.quantityMax",
                    "is needed with a period: how many " + component.measure().unit()
                            + " a call has is known when it has ended, and so many of a tier are kept from others while it runs."
                            + " Say how many count of one call at the most");
        } else if (tiers.size() == 1) {
            errors.add(
                    field + ".tiers",
                    "need one that ends, such as the free ones of a month: a period counts up to that");
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
