package dev.tollgate.model.quota;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;

/**
 * A hard limit: within its window no more than its amount is spent.
 *
 * @param amount whole units; zero lets nothing through
 */
public record QuotaLimit(
        TenantId tenant, LimitId id, QuotaSubject subject, QuotaUnit unit, QuotaWindow window, long amount) {
    /** A hundred million dollars, in nano-dollars: far from where sums of two amounts overflow. */
    public static final long AMOUNT_MAX = 100_000_000_000_000_000L;

    public QuotaLimit {
        if (amount < 0 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a limit lies between 0 and " + AMOUNT_MAX + ", not at " + amount);
        }
    }
}
