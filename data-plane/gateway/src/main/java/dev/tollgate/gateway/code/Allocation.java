package dev.tollgate.gateway.code;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * What large scripts may take of the heap in a second, all of them together, counted as the JVM does: what is garbage at once is in it. How
 * often the collector stops everybody depends on this alone, and without a bound a few scripts keep it at work all the time. What was
 * not used for a second can be used at once.
 */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Where nobody is to rest. */
    static final Allocation UNBOUNDED = new Allocation(Long.MAX_VALUE, System::nanoTime, _ -> {});

    private final double nanosPerByte;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;
    /** When all that was taken is paid for. */
    private final AtomicLong paidAt;

    /**
     * @param bytesPerSecond 1 or more
     * @param nanoTime as {@link System#nanoTime()}
     * @param sleep for so many nanoseconds, or less
     */
    Allocation(long bytesPerSecond, LongSupplier nanoTime, LongConsumer sleep) {
        this.nanosPerByte = SECOND / (double) bytesPerSecond;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.paidAt = new AtomicLong(nanoTime.getAsLong() - SECOND);
    }

    /** Bytes that this thread has taken since its start. */
    static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** So many bytes were taken. */
    void took(long bytes) {
        long oldest = nanoTime.getAsLong() - SECOND;
        long nanos = (long) (bytes * nanosPerByte);
        paidAt.updateAndGet(paid -> (paid - oldest < 0 ? oldest : paid) + nanos);
    }

    /** Returns when there is something to be had, or this thread is interrupted. */
    void rest() {
        for (long owed = owed(); owed > 0 && !Thread.currentThread().isInterrupted(); owed = owed()) {
            sleep.accept(owed);
        }
    }

    private long owed() {
        return paidAt.get() - nanoTime.getAsLong();
    }
}
