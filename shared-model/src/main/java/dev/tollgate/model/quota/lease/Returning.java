package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.LeaseReport;
import java.util.Optional;

/** A closed lease, until the ledger says that it is settled. */
final class Returning {
    /** Repeated until the ledger says that it has heard. */
    private static final long AGAIN_MILLIS = 1_000;
    /** While calls still run there is little news, and the last word follows. */
    private static final long AGAIN_WHILE_RUNNING_MILLIS = 10_000;
    /** Calls that end one after the other are told of together. */
    private static final long NEWS_MILLIS = 200;

    private final Lease lease;
    private long toldCeiling = Long.MAX_VALUE;
    private boolean toldLast;
    private long toldAtMillis = Long.MIN_VALUE / 2;

    Returning(Lease lease) {
        this.lease = lease;
    }

    /** What came back of it and was not told by {@code millis}. */
    long backSince(long millis) {
        boolean told = toldAtMillis <= millis && toldCeiling != Long.MAX_VALUE;
        return told ? toldCeiling - lease.ceiling() : lease.amount() - lease.ceiling();
    }

    Optional<LeaseReport> report(long nowMillis) {
        // In this order: once nothing runs, the ceiling does not change any more.
        boolean last = lease.isSettled();
        long ceiling = lease.ceiling();
        long passed = nowMillis - toldAtMillis;
        boolean news = last != toldLast || ceiling != toldCeiling;
        long due = news ? NEWS_MILLIS : last ? AGAIN_MILLIS : AGAIN_WHILE_RUNNING_MILLIS;
        if (passed < due) {
            return Optional.empty();
        }
        toldCeiling = ceiling;
        toldLast = last;
        toldAtMillis = nowMillis;
        return Optional.of(new LeaseReport(lease.id(), ceiling, last));
    }
}
