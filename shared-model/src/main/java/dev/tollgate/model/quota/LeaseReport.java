package dev.tollgate.model.quota;

import java.util.Objects;

/**
 * Says of a lease that takes no more reservations how much of it can have been spent at the most; the rest goes back.
 *
 * @param ceiling what was spent, and what calls that still run have reserved; of two reports the lower one holds
 * @param last whether no call runs any more, so that the ceiling is what was spent
 */
public record LeaseReport(LeaseId lease, long ceiling, boolean last) implements QuotaRequest {
    public LeaseReport {
        Objects.requireNonNull(lease, "lease");
        if (ceiling < 0) {
            throw new IllegalArgumentException("what was spent is not negative: " + ceiling);
        }
    }
}
