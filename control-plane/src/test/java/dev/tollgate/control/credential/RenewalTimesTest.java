package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final RenewalTimes times = new RenewalTimes(new Random(5));

    private Duration retry(int failures) {
        return Duration.between(NOW, times.retry(NOW, failures, null));
    }

    @Test
    void aTokenIsRenewedShortlyBeforeHalfItsLife() {
        for (int i = 0; i < 200; i++) {
            assertThat(times.renewal(NOW, NOW.plus(Duration.ofHours(2))))
                    .isBetween(NOW.plus(Duration.ofMinutes(54)), NOW.plus(Duration.ofHours(1)));
        }
        assertThat(times.renewal(NOW, null)).isBefore(NOW.plus(RenewalTimes.LIFE_UNKNOWN));
    }

    @Test
    void oneThatHardlyLivesOrIsOverIsNotAskedForWithoutAPause() {
        assertThat(times.renewal(NOW, NOW.plusMillis(10))).isEqualTo(NOW.plus(RenewalTimes.SOONEST));
        assertThat(times.renewal(NOW, NOW.minusSeconds(10))).isEqualTo(NOW.plus(RenewalTimes.SOONEST));
    }

    @Test
    void failuresAreRetriedEverLaterAndNotAllAtOnce() {
        for (int i = 0; i < 200; i++) {
            assertThat(retry(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(retry(4)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
            assertThat(retry(1_000_000)).isBetween(RenewalTimes.BACK_OFF_MAX.dividedBy(2), RenewalTimes.BACK_OFF_MAX);
        }
        assertThat(IntStream.range(0, 20).mapToObj(i -> retry(6)).distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void aProviderIsLeftAloneAsLongAsItAsksWithinReason() {
        assertThat(times.retry(NOW, 1, Duration.ofMinutes(3))).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
        assertThat(times.retry(NOW, 1, Duration.ofDays(30))).isEqualTo(NOW.plus(RenewalTimes.ASKED_MAX));
        assertThat(times.retry(NOW, 4, Duration.ofSeconds(1))).isAfter(NOW.plusSeconds(15));
    }
}
