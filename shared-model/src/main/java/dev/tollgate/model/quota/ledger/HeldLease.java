package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;

/**
 * A lease that is not settled; a row of the ledger.
 *
 * @param countsUntil when its limit forgets it, even if nobody ever said what was spent: the end of the calendar's window,
 *     or as long after the last moment at which it can have been used as a rolling window reaches back, or a call can run
 * @param ceiling what can have been spent of it at the most; the amount until its gateway says less
 * @param charged what events say was spent of it
 */
public record HeldLease(
        LeaseId id,
        long amount,
        Instant grantedAt,
        Instant validFrom,
        Instant expiresAt,
        Instant countsUntil,
        long ceiling,
        long charged) {

    HeldLease lowered(long reported) {
        return with(countsUntil, Math.min(ceiling, reported), charged);
    }

    /** Never more than any limit has: what an event says must not be able to overflow. */
    HeldLease charged(long more) {
        long sum = charged + Math.min(more, QuotaLimit.AMOUNT_MAX);
        return with(countsUntil, ceiling, Math.min(sum, QuotaLimit.AMOUNT_MAX));
    }

    /** Whether its gateway has said nothing of it yet, so that it may still be in use. */
    boolean isUnreported() {
        return ceiling == amount;
    }

    boolean counts(Instant now) {
        return now.isBefore(countsUntil);
    }

    HeldLease countingUntil(Instant later) {
        return with(later.isAfter(countsUntil) ? later : countsUntil, ceiling, charged);
    }

    private HeldLease with(Instant newCountsUntil, long newCeiling, long newCharged) {
        return new HeldLease(id, amount, grantedAt, validFrom, expiresAt, newCountsUntil, newCeiling, newCharged);
    }
}
