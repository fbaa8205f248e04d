package dev.tollgate.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: longer after each failure in a row, and never at the same moment as all others. */
public final class Backoff {
    private static final long MILLIS_MIN = Duration.ofSeconds(1).toMillis();
    private static final long MILLIS_MAX = Duration.ofMinutes(1).toMillis();
    private static final int DOUBLINGS_MAX = 6;

    private int failures;

    /** One more failure; the wait is between half of and the whole of what has doubled since the first. */
    public long nextMillis() {
        long whole = Math.min(MILLIS_MAX, MILLIS_MIN << Math.min(failures, DOUBLINGS_MAX));
        failures++;
        return ThreadLocalRandom.current().nextLong(whole / 2, whole + 1);
    }

    public void reset() {
        failures = 0;
    }
}
