package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What this gateway holds of one limit. Any thread may take from it; {@link LeaseHolder} alone changes which leases there are.
 */
public final class LimitShare {
    /** Calls that wait for one limit; more are refused at once. */
    public static final int WAITING_MAX = 1_000;

    /** Held of one limit: two in use, and two that calls still hold something of. */
    public static final int LEASES_MAX = 4;

    private static final Lease[] NONE = {};

    /** What was demanded since it was last looked at: the sum, and the largest. */
    final LongAdder demanded = new LongAdder();

    final LongAccumulator largest = new LongAccumulator(Long::max, 0);
    /** The most that a call could not have; 0 if all had what they needed. */
    final AtomicLong lacking = new AtomicLong();
    /** What all of those calls would have needed together. */
    final LongAdder lackingSum = new LongAdder();

    private final Runnable wake;
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private volatile QuotaLimit limit;
    private volatile Lease[] leases = NONE;
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile boolean over;
    private volatile boolean unheard;

    LimitShare(QuotaLimit limit, Runnable wake) {
        this.limit = limit;
        this.wake = wake;
    }

    public QuotaLimit limit() {
        return limit;
    }

    void limit(QuotaLimit changed) {
        limit = changed;
        over = false;
    }

    /** Whether the limit is no more: calls are not held to it, though they may have found it in an older configuration. */
    public boolean isOver() {
        return over;
    }

    /** To be called before its leases are closed: whoever finds them closed sees why. */
    void end() {
        over = true;
    }

    /** Whether a call has waited for the ledger's answer in vain, which has not come since either. */
    boolean isUnheard() {
        return unheard;
    }

    void waitedInVain() {
        unheard = true;
    }

    void answered() {
        unheard = false;
    }

    void demands(long amount) {
        demanded.add(amount);
        largest.accumulate(amount);
    }

    /** A lease with so much less left, or nothing. */
    @Nullable
    Lease take(long amount, long nowMillis) {
        demands(amount);
        for (Lease lease : leases) {
            if (lease.take(amount, nowMillis)) {
                return lease;
            }
        }
        return null;
    }

    /** What becomes of a call that found too little. */
    Admission lacks(long amount, long nowMillis) {
        if (amount > limit.amountAt(Instant.ofEpochMilli(nowMillis)) || standing.denies(amount, nowMillis)) {
            return refusal(amount);
        }
        ask(amount);
        return new Admission.Wanting(this);
    }

    private void ask(long amount) {
        lackingSum.add(amount);
        if (lacking.getAndAccumulate(amount, Math::max) == 0) {
            wake.run();
        }
    }

    /** Of a tier, of which any part will do: whether there may be more of it than is at hand. If so, that is asked for. */
    boolean mayHaveMore(long missing, long nowMillis) {
        if (standing.denies(1, nowMillis)) {
            return false;
        }
        ask(Math.min(missing, limit.amount()));
        return true;
    }

    /** Whether the ledger was heard, and nobody but those who hold something of it has anything. */
    boolean hasNoneToGive() {
        Standing told = standing;
        return told != Standing.UNKNOWN && told.left() < 1;
    }

    /** What a call is told that waited as long as it could. */
    public Admission.Refused refusal(long amount) {
        Standing told = standing;
        return new Admission.Refused(limit, amount, told.left() + left(), told.resetsAt());
    }

    /**
     * Has {@code news} run once, by the thread that keeps the leases, when the ledger has answered.
     *
     * @return false if too many wait
     */
    public boolean onNews(Runnable news) {
        if (waitingCount.incrementAndGet() > WAITING_MAX) {
            waitingCount.decrementAndGet();
            return false;
        }
        waiting.add(news);
        return true;
    }

    /** A call waits no more for what it gave to {@link #onNews}. */
    public void forget(Runnable news) {
        if (waiting.remove(news)) {
            waitingCount.decrementAndGet();
        }
    }

    /** How many calls wait for the ledger's next answer. */
    public int waiting() {
        return waitingCount.get();
    }

    /** What the ledger said last, and what this gateway holds now; empty if the ledger was not heard yet. */
    public Optional<Known> known() {
        Standing told = standing;
        return told == Standing.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Known(told.left() + left(), told.resetsAt()));
    }

    /**
     * What a gateway knows of a limit.
     *
     * @param left what nobody held when the ledger was last heard, and what this gateway holds
     * @param resetsAt when something of what was spent then begins to be free again
     */
    public record Known(long left, Instant resetsAt) {}

    void tellNews(Standing told) {
        standing = told;
        // Those who come while others are told wait for the next answer: the loop ends.
        for (int i = waitingCount.get(); i > 0; i--) {
            Runnable news = waiting.poll();
            if (news == null) {
                return;
            }
            waitingCount.decrementAndGet();
            news.run();
        }
    }

    Standing standing() {
        return standing;
    }

    Lease[] leases() {
        return leases;
    }

    void leases(Lease[] changed) {
        leases = changed;
    }

    /** What calls hold now of leases that are open. */
    long inUse() {
        long sum = 0;
        for (Lease lease : leases) {
            sum += lease.taken();
        }
        return sum;
    }

    long left() {
        long sum = 0;
        for (Lease lease : leases) {
            sum += lease.left();
        }
        return sum;
    }
}
