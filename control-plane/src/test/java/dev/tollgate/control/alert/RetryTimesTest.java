package dev.tollgate.control.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryTimesTest {
    @Test
    void a_receiver_has_about_a_day_and_then_it_is_over() {
        Instant begun = Instant.parse("2026-01-01T00:00:00Z");
        Instant at = begun;
        int attempts = 0;
        Duration last = Duration.ZERO;
        Optional<Instant> next = RetryTimes.next(++attempts, at);
        while (next.isPresent()) {
            Duration pause = Duration.between(at, next.get());
            assertThat(pause).isGreaterThan(last);
            last = pause;
            at = next.get();
            next = RetryTimes.next(++attempts, at);
        }

        assertThat(attempts).isEqualTo(RetryTimes.ATTEMPTS_MAX);
        assertThat(Duration.between(begun, at)).isBetween(Duration.ofHours(20), Duration.ofHours(26));
    }
}
