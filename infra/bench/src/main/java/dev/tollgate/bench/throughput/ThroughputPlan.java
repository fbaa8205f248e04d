package dev.tollgate.bench.throughput;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp load on each subject before the first round, so that no round pays for compiling
 * @param rounds how often each subject has its turn; the median counts
 * @param each how long one turn lasts
 */
public record ThroughputPlan(int connections, Duration warmUp, int rounds, Duration each) {
    public static final int ROUNDS_MAX = 50;

    public ThroughputPlan {
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw new IllegalArgumentException("1 to " + ROUNDS_MAX + " rounds are measured, not " + rounds);
        }
    }
}
