package dev.tollgate.bench.load;

import java.time.Duration;

/** One stretch of load. */
public record LoadPlan(Target target, int connections, Pace pace, Duration duration) {
    public static final int CONNECTIONS_MAX = 1_000;
    public static final Duration DURATION_MAX = Duration.ofMinutes(10);

    public LoadPlan {
        if (connections < 1 || connections > CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "load runs over 1 to " + CONNECTIONS_MAX + " connections: " + connections);
        }
        if (!duration.isPositive() || duration.compareTo(DURATION_MAX) > 0) {
            throw new IllegalArgumentException("load lasts at most " + DURATION_MAX + ": " + duration);
        }
    }
}
