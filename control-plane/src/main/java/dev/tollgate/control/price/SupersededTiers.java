package dev.tollgate.control.price;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.QuotaLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tiers of a price that no version has any more which holds or is to come, and whose last period is over for good. */
final class SupersededTiers {
    /** After the end of its last period: for so long what is told late, or priced by who has not heard, finds its account. */
    static final Duration KEPT = Duration.ofDays(7);

    private SupersededTiers() {}

    /**
     * @param versions all of the price, also those that were withdrawn
     * @param standing those of them that hold or are to come
     */
    static Set<LimitId> over(
            TenantId tenant,
            PriceId price,
            List<PriceVersionRow> versions,
            List<PriceVersionRow> standing,
            Instant now) {
        Map<LimitId, Instant> ends = new HashMap<>();
        for (PriceVersionRow version : versions) {
            if (!standing.contains(version)) {
                Instant end = heldUntil(version, versions);
                for (TierAccounts.Count count :
                        TierAccounts.counts(tenant, price, version.toModel().terms())) {
                    Instant over = count.period().window().periodAt(end).end();
                    count.accounts()
                            .forEach(tier ->
                                    ends.merge(tier.id(), over, (one, other) -> one.isAfter(other) ? one : other));
                }
            }
        }
        Set<LimitId> over = new HashSet<>();
        ends.forEach((tier, end) -> {
            if (end.plus(KEPT).isBefore(now)) {
                over.add(tier);
            }
        });
        standing.forEach(
                version -> TierAccounts.of(tenant, price, version.toModel().terms()).stream()
                        .map(QuotaLimit::id)
                        .forEach(over::remove));
        return over;
    }

    /** When the next one began, or it was withdrawn. */
    private static Instant heldUntil(PriceVersionRow version, List<PriceVersionRow> versions) {
        if (version.withdrawnAt != null) {
            return version.withdrawnAt;
        }
        return versions.stream()
                .filter(other -> other.withdrawnAt == null && other.effectiveFrom.isAfter(version.effectiveFrom))
                .map(other -> other.effectiveFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
