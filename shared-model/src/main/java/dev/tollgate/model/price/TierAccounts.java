package dev.tollgate.model.price;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The tiers of counts that go on, as accounts of the ledger: each that ends is one, and has room for as many units as it is large.
 * Whoever knows the price knows them.
 */
public final class TierAccounts {
    /** How many a price has at the most, without those that count calls, of which a call takes one unit of one. */
    public static final int TIERS_MAX = PriceComponent.TIERS_MAX - 1;

    private TierAccounts() {}

    /**
     * A count that goes on.
     *
     * @param accounts of the tiers that end, in their order
     */
    public record Count(Measure measure, PricePeriod period, List<QuotaLimit> accounts) {
        public Count {
            accounts = List.copyOf(accounts);
        }
    }

    /** Those of all counts, in the order of the tiers; none if counting begins with each call. */
    public static List<QuotaLimit> of(TenantId tenant, PriceId price, PriceTerms terms) {
        return counts(tenant, price, terms).stream()
                .flatMap(count -> count.accounts().stream())
                .toList();
    }

    /**
     * By what is counted, in the order of the price's components. A tier with the same borders in the same period is the same account
     * in all versions of a price, so that another rate lets counting go on.
     */
    public static List<Count> counts(TenantId tenant, PriceId price, PriceTerms terms) {
        List<Count> counts = new ArrayList<>();
        for (PriceComponent component : terms.components()) {
            PricePeriod period = component.period();
            if (period != null) {
                List<QuotaLimit> accounts = new ArrayList<>();
                long after = 0;
                for (Tier tier : component.tiers()) {
                    Long upTo = tier.upTo();
                    if (upTo != null) {
                        accounts.add(account(tenant, price, component.measure(), period, after, upTo));
                        after = upTo;
                    }
                }
                counts.add(new Count(component.measure(), period, accounts));
            }
        }
        return counts;
    }

    private static QuotaLimit account(
            TenantId tenant, PriceId price, Measure measure, PricePeriod period, long after, long upTo) {
        String name = tenant + "/" + price + "/" + measure.thing() + "/" + period + "/" + after + "/" + upTo;
        return new QuotaLimit(
                tenant,
                new LimitId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                new QuotaSubject(QuotaSubject.Kind.PRICE, price.toString()),
                // Units of whatever the price counts: the ledger does not ask which.
                QuotaUnit.CALLS,
                period.window(),
                upTo - after);
    }
}
