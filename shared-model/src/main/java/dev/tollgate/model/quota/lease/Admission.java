package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;

/** Whether a call may be made. */
public sealed interface Admission {
    /** It may. */
    record Admitted(Reservation reservation) implements Admission {}

    /**
     * Too little is in hand, and more was asked for: the call may wait for what {@link LimitShare#onNews} tells and try
     * again, as long as it is ready to wait; then it is {@link LimitShare#refusal refused}.
     */
    record Wanting(LimitShare share) implements Admission {}

    /**
     * It may not.
     *
     * @param asked what the call may cost, in the limit's unit
     * @param left what nobody held when the ledger was last heard, and what this gateway holds
     * @param resetsAt when something is free again; {@link Instant#EPOCH} if the ledger was never heard
     */
    record Refused(QuotaLimit limit, long asked, long left, Instant resetsAt) implements Admission {}
}
