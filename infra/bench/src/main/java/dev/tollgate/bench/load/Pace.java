package dev.tollgate.bench.load;

import java.time.Duration;

/** When calls are due. */
public sealed interface Pace {
    /** Each connection sends its next call as soon as the last is answered: the most that can be had at this concurrency. */
    record ClosedLoop() implements Pace {}

    /**
     * Calls are due at even intervals whether or not earlier ones are answered, and latency counts from when a call was
     * due, not from when a connection was free for it: a pause is charged to every call that it delayed.
     */
    record FixedRate(double callsPerSecond) implements Pace {
        public FixedRate {
            if (!(callsPerSecond > 0 && callsPerSecond < 1e7)) {
                throw new IllegalArgumentException("a rate lies between 0 and ten million calls/s: " + callsPerSecond);
            }
        }

        /** Nanoseconds after the start at which the call of that index is due. */
        long dueNanos(long index) {
            return (long) (index * 1e9 / callsPerSecond);
        }

        long callsIn(Duration duration) {
            return (long) (duration.toNanos() / 1e9 * callsPerSecond);
        }
    }
}
