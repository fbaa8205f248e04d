package dev.tollgate.control.ledger;

import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseSettled;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the ledger counts, for whoever shows it; never by tenant. */
final class LedgerMeter {
    final AtomicLong grants = new AtomicLong();
    final AtomicLong denials = new AtomicLong();
    final AtomicLong recalls = new AtomicLong();
    final AtomicLong settled = new AtomicLong();
    /** Requests and charges for a limit of another tenant. */
    final AtomicLong foreign = new AtomicLong();
    /** Records that say nothing that a ledger knows. */
    final AtomicLong malformed = new AtomicLong();

    final AtomicLong failures = new AtomicLong();
    /** Batches of requests that were answered, and how long that took from reading to acknowledgement. */
    final AtomicLong turns = new AtomicLong();

    final AtomicLong turnMicros = new AtomicLong();
    private volatile long lag;
    private volatile AccountTable.@Nullable Standing standing;
    private volatile @Nullable String failure;

    void answered(Collection<Addressed> answers, Duration took) {
        for (Addressed answer : answers) {
            switch (answer.answer()) {
                case LeaseGrant _ -> grants.incrementAndGet();
                case LeaseDenial _ -> denials.incrementAndGet();
                case LeaseRecall _ -> recalls.incrementAndGet();
                case LeaseSettled _ -> settled.incrementAndGet();
            }
        }
        turns.incrementAndGet();
        turnMicros.addAndGet(took.toNanos() / 1_000);
    }

    /** Requests that this process has yet to read. */
    long lag() {
        return lag;
    }

    void lag(long records) {
        lag = records;
    }

    /** Absent in a process that does not let time pass. */
    AccountTable.@Nullable Standing standing() {
        return standing;
    }

    void standing(AccountTable.@Nullable Standing now) {
        standing = now;
    }

    /** Why requests are not answered now; absent while they are. */
    @Nullable
    String failure() {
        return failure;
    }

    void failure(@Nullable String now) {
        failure = now;
    }
}
