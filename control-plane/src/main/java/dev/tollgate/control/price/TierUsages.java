package dev.tollgate.control.price;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.ledger.LedgerAccounts;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is left of the tiers of prices, as the ledger knows it. */
@ApplicationScoped
class TierUsages {
    private final PriceStore store;
    private final PriceVersions versions;
    private final LedgerAccounts ledger;
    private final TenantContext tenant;

    TierUsages(PriceStore store, PriceVersions versions, LedgerAccounts ledger, TenantContext tenant) {
        this.store = store;
        this.versions = versions;
        this.ledger = ledger;
        this.tenant = tenant;
    }

    /** Of the version that holds, in the order of its components and tiers; none if it counts nothing from call to call. */
    @Transactional
    List<TierUsage> of(UUID id, Instant now) {
        PriceRow row = store.find(id).orElseThrow(Refused::notFound);
        return versions.standing(row, now).stream()
                .map(PriceVersionRow::toModel)
                .filter(version -> !version.effectiveFrom().isAfter(now))
                .flatMap(version -> TierAccounts.counts(tenant.id(), new PriceId(row.id), version.terms()).stream())
                .flatMap(count -> usage(count, now).stream())
                .toList();
    }

    private List<TierUsage> usage(TierAccounts.Count count, Instant now) {
        List<TierUsage> usages = new ArrayList<>(count.accounts().size());
        long after = 0;
        for (QuotaLimit tier : count.accounts()) {
            long upTo = after + tier.amount();
            long begin = after;
            ledger.figures(tier.id(), now)
                    .map(figures -> usage(count, begin, upTo, figures))
                    .ifPresent(usages::add);
            after = upTo;
        }
        return usages;
    }

    private static TierUsage usage(TierAccounts.Count count, long after, long upTo, Figures figures) {
        return new TierUsage(
                count.measure(),
                count.period(),
                after,
                upTo,
                figures.settled(),
                figures.held(),
                figures.left(),
                figures.resetsAt());
    }
}
