package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A slice in a gateway's hand. Any thread may take from it and settle; one keeps it. Invariant: what was taken and not given
 * back is never more than the amount.
 */
final class Lease {
    private static final long CLOSED = -1;

    private final LeaseId id;
    private final long amount;
    private final long validFromMillis;
    private final long expiresAtMillis;
    private final AtomicLong left;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong returned = new AtomicLong();

    Lease(LeaseGrant grant) {
        this.id = grant.lease();
        this.amount = grant.amount();
        this.validFromMillis = grant.validFrom().toEpochMilli();
        this.expiresAtMillis = grant.expiresAt().toEpochMilli();
        this.left = new AtomicLong(amount);
    }

    LeaseId id() {
        return id;
    }

    long amount() {
        return amount;
    }

    /** Takes so much, or nothing. */
    boolean take(long wanted, long nowMillis) {
        return take(wanted, wanted, nowMillis) == wanted;
    }

    /** Takes so much, or as much as there is. */
    long takeUpTo(long most, long nowMillis) {
        return take(1, most, nowMillis);
    }

    private long take(long least, long most, long nowMillis) {
        if (nowMillis < validFromMillis || nowMillis >= expiresAtMillis) {
            return 0;
        }
        // Before it is taken: whoever finds the lease closed and nothing running must know all that was taken.
        running.incrementAndGet();
        long before = left.get();
        while (before >= least) {
            long taken = Math.min(before, most);
            if (left.compareAndSet(before, before - taken)) {
                return taken;
            }
            before = left.get();
        }
        running.decrementAndGet();
        return 0;
    }

    /** A call that took something needs so much less of it, and runs no more. */
    void settle(long unused) {
        giveBack(unused);
        running.decrementAndGet();
    }

    private void giveBack(long unused) {
        long before = left.get();
        while (before != CLOSED) {
            if (left.compareAndSet(before, before + unused)) {
                return;
            }
            before = left.get();
        }
        returned.addAndGet(unused);
    }

    /** Nothing more is taken from it. */
    void close() {
        long rest = left.getAndSet(CLOSED);
        if (rest != CLOSED) {
            returned.addAndGet(rest);
        }
    }

    boolean isOver(long nowMillis) {
        return nowMillis >= expiresAtMillis;
    }

    /** What can still be taken; 0 if closed. */
    long left() {
        return Math.max(0, left.get());
    }

    /** What is taken of it now; 0 if closed. */
    long taken() {
        long rest = left.get();
        return rest == CLOSED ? 0 : amount - rest;
    }

    /** Of a closed lease: whether no call that took from it runs. */
    boolean isSettled() {
        return running.get() == 0;
    }

    /** Of a closed lease: what was spent, and what running calls may yet spend. */
    long ceiling() {
        return amount - returned.get();
    }
}
