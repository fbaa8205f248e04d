package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import java.time.Instant;

/**
 * What the ledger said last of a limit.
 *
 * @param left what nobody held then
 * @param recalled what may have come back since
 * @param deniedUntilMillis until when asking for more than that makes no sense; 0 if it was not denied
 */
record Standing(long left, long recalled, Instant resetsAt, long deniedUntilMillis) {
    static final Standing UNKNOWN = new Standing(0, 0, Instant.EPOCH, 0);

    static Standing of(LeaseGrant grant) {
        return new Standing(grant.left(), 0, grant.resetsAt(), 0);
    }

    static Standing of(LeaseDenial denial) {
        return new Standing(
                denial.left(),
                denial.recalled(),
                denial.resetsAt(),
                denial.retryAt().toEpochMilli());
    }

    /** With what this gateway holds no more and the ledger did not reckon with: it is nobody's, and no longer to be recalled. */
    Standing withBack(long amount) {
        return new Standing(left + amount, Math.max(0, recalled - amount), resetsAt, deniedUntilMillis);
    }

    /** Whether so much cannot be had now. */
    boolean denies(long amount, long nowMillis) {
        return nowMillis < deniedUntilMillis && left + recalled < amount;
    }

    boolean deniesAsking(long amount, long nowMillis) {
        return nowMillis < deniedUntilMillis && left < amount;
    }
}
