package dev.tollgate.gateway.meter;

import java.util.function.LongSupplier;

/** Lets so many through at once and so many a second after that. Safe from any thread. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int burst;
    private final int perSecond;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledNanos;

    /**
     * @param nanoClock monotonic, as {@link System#nanoTime()}
     */
    TokenBucket(int burst, int perSecond, LongSupplier nanoClock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.tokens = burst;
        this.filledNanos = nanoClock.getAsLong();
    }

    synchronized boolean take() {
        fill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    synchronized boolean isFull() {
        fill();
        return tokens >= burst;
    }

    private void fill() {
        long nowNanos = nanoClock.getAsLong();
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * perSecond / NANOS_PER_SECOND);
        filledNanos = nowNanos;
    }
}
