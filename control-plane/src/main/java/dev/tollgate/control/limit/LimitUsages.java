package dev.tollgate.control.limit;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.ingest.IngestLag;
import dev.tollgate.control.ledger.LedgerAccounts;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.ledger.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of limits is used: of hard ones by the ledger, which keeps them; of the others by the calls that were stored. */
@ApplicationScoped
class LimitUsages {
    private final LimitService limits;
    private final LedgerAccounts ledger;
    private final WindowSpend spend;
    private final IngestLag lag;
    private final TenantContext tenant;

    LimitUsages(LimitService limits, LedgerAccounts ledger, WindowSpend spend, IngestLag lag, TenantContext tenant) {
        this.limits = limits;
        this.ledger = ledger;
        this.spend = spend;
        this.lag = lag;
        this.tenant = tenant;
    }

    /**
     * @param amount what is spent or held, in the limit's unit
     * @param of what holds now
     */
    record Used(long amount, long of, LimitUsage usage) {}

    LimitUsage of(UUID id, Instant now) {
        return used(limits.kept(id, tenant.id()), now).usage();
    }

    /** Empty if the limit is no more. */
    Optional<Used> find(UUID id, Instant now) {
        return limits.find(id, tenant.id()).map(kept -> used(kept, now));
    }

    private Used used(LimitService.Kept kept, Instant now) {
        QuotaLimit limit = kept.limit();
        if (kept.hard()) {
            return ledger.figures(limit.id(), now)
                    .map(figures -> new Used(
                            figures.settled() + figures.held(), limit.amountAt(now), usage(limit, figures, now)))
                    .orElseGet(() -> new Used(0, limit.amountAt(now), usage(limit, 0, now, now, null)));
        }
        WindowSpend.Spent spent = spend.of(limit, now);
        @Nullable Long lagSeconds = lag.current().map(Duration::toSeconds).orElse(null);
        return new Used(
                spent.amount(), limit.amountAt(now), usage(limit, spent.amount(), now, spent.resetsAt(), lagSeconds));
    }

    private static LimitUsage usage(QuotaLimit limit, Figures figures, Instant now) {
        QuotaUnit unit = limit.unit();
        return new LimitUsage(
                LimitAmounts.text(unit, limit.amountAt(now)),
                LimitAmounts.text(unit, figures.settled()),
                LimitAmounts.text(unit, figures.held()),
                LimitAmounts.text(unit, figures.left()),
                limit.window() instanceof QuotaWindow.Running ? null : figures.resetsAt(),
                null);
    }

    private static LimitUsage usage(
            QuotaLimit limit, long spent, Instant now, Instant resetsAt, @Nullable Long lagSeconds) {
        QuotaUnit unit = limit.unit();
        long amount = limit.amountAt(now);
        return new LimitUsage(
                LimitAmounts.text(unit, amount),
                LimitAmounts.text(unit, spent),
                LimitAmounts.text(unit, 0),
                LimitAmounts.text(unit, amount - spent),
                resetsAt,
                lagSeconds);
    }
}
