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
 * The tiers of a count of calls that goes on, as accounts of the ledger: each that ends is one, and has room for as many calls
 * as it is large. Whoever knows the price knows them.
 */
public final class TierAccounts {
    private TierAccounts() {}

    /**
     * In the order of the tiers; none if counting begins with each call. A tier with the same borders in the same period is the
     * same account in all versions of a price, so that another rate lets counting go on.
     */
    public static List<QuotaLimit> of(TenantId tenant, PriceId price, PriceTerms terms) {
        List<QuotaLimit> accounts = new ArrayList<>();
        for (PriceComponent component : terms.components()) {
            PricePeriod period = component.period();
            if (period != null && component.measure() instanceof Measure.Calls) {
                long after = 0;
                for (Tier tier : component.tiers()) {
                    Long upTo = tier.upTo();
                    if (upTo != null) {
                        accounts.add(account(tenant, price, period, after, upTo));
                        after = upTo;
                    }
                }
            }
        }
        return accounts;
    }

    private static QuotaLimit account(TenantId tenant, PriceId price, PricePeriod period, long after, long upTo) {
        String name = tenant + "/" + price + "/calls/" + period + "/" + after + "/" + upTo;
        return new QuotaLimit(
                tenant,
                new LimitId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                new QuotaSubject(QuotaSubject.Kind.PRICE, price.toString()),
                QuotaUnit.CALLS,
                period.window(),
                upTo - after);
    }
}
