package dev.tollgate.control.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When what did not arrive is sent again: soon where a receiver restarts, and for about a day where it is broken. */
final class RetryTimes {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    static final int ATTEMPTS_MAX = PAUSES.size() + 1;

    private RetryTimes() {}

    /** Empty after the last. */
    static Optional<Instant> next(int attempts, Instant now) {
        return attempts < ATTEMPTS_MAX ? Optional.of(now.plus(PAUSES.get(attempts - 1))) : Optional.empty();
    }
}
