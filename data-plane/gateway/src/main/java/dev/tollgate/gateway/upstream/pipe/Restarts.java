package dev.tollgate.gateway.upstream.pipe;

import java.time.Duration;

/** When one server's pipe may be opened again after it ended: later and later while it fails. Guarded by its server's lock. */
final class Restarts {
    static final long MILLIS_MIN = 500;
    private static final long MILLIS_MAX = 30_000;
    private static final int DOUBLINGS_MAX = 6;

    private int failures;
    private long retryAtNanos = System.nanoTime();

    /** Not positive if at once. */
    long millisUntilNext() {
        return Duration.ofNanos(retryAtNanos - System.nanoTime()).toMillis();
    }

    void began() {
        failures = 0;
    }

    /** One more failure in a row; how long to wait. */
    long failed() {
        long millis = Math.min(MILLIS_MIN << Math.min(failures, DOUBLINGS_MAX), MILLIS_MAX);
        failures++;
        retryAtNanos = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        return millis;
    }
}
