package dev.tollgate.gateway.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets an upstream that cannot be reached fail at once: open after several failures in a row, then one probe at a time,
 * at growing distances, until one succeeds. Safe from any thread.
 */
public final class CircuitBreaker implements Health.Pause {
    static final int FAILURES_TO_OPEN = 5;
    private static final long OPEN_NANOS_MIN = Duration.ofSeconds(1).toNanos();
    private static final long OPEN_NANOS_MAX = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanoTime;
    /** Read on each call without the lock; zero almost always. */
    private volatile int failures;

    private long openUntilNanos;
    private long openNanos = OPEN_NANOS_MIN;

    public CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** 0 if a call may go; else the milliseconds until one may. */
    public long millisUntilAdmitted() {
        return failures < FAILURES_TO_OPEN ? 0 : probe();
    }

    private synchronized long probe() {
        long left = openUntilNanos - nanoTime.getAsLong();
        if (left > 0) {
            return Math.max(1, Duration.ofNanos(left).toMillis());
        }
        // This call is the probe; the others wait for it as long as for the next.
        openUntilNanos = nanoTime.getAsLong() + openNanos;
        return 0;
    }

    public void succeeded() {
        if (failures != 0) {
            reset();
        }
    }

    private synchronized void reset() {
        failures = 0;
        openNanos = OPEN_NANOS_MIN;
    }

    public synchronized void failed() {
        if (failures < FAILURES_TO_OPEN) {
            failures++;
        } else {
            openNanos = Math.min(2 * openNanos, OPEN_NANOS_MAX);
        }
        openUntilNanos = nanoTime.getAsLong() + openNanos;
    }

    boolean isOpen() {
        return failures >= FAILURES_TO_OPEN;
    }

    @Override
    public synchronized @Nullable Duration left() {
        return isOpen() ? Duration.ofNanos(Math.max(0, openUntilNanos - nanoTime.getAsLong())) : null;
    }
}
