package dev.tollgate.model.quota;

import java.time.Instant;

/**
 * Gives a slice to one gateway.
 *
 * @param left what of the limit is neither spent nor held by anyone after this
 * @param grantedAt by the ledger's clock
 * @param validFrom from when on, by the gateway's clock, it may be used: the start of the calendar's window
 * @param expiresAt from when on, by the gateway's clock, nothing more is reserved from it
 * @param resetsAt when something of what is spent now begins to be free again
 */
public record LeaseGrant(
        LeaseId lease,
        long amount,
        long left,
        Instant grantedAt,
        Instant validFrom,
        Instant expiresAt,
        Instant resetsAt)
        implements QuotaAnswer {
    public LeaseGrant {
        if (amount < 1) {
            throw new IllegalArgumentException("a lease is for 1 or more, not " + amount);
        }
    }
}
