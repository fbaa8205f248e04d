package dev.tollgate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadResultTest {
    @Test
    void onlyRightAnswersCount() {
        Tally tally = new Tally();
        for (int i = 0; i < 300; i++) {
            tally.right(1_000_000);
        }
        tally.wrong(Verdict.ID, "the first");
        tally.wrong(Verdict.STATUS, "the second");

        LoadResult result = tally.result(5, 2_000_000_000L);

        assertThat(result.perSecond()).isEqualTo(150);
        assertThat(result.right()).isEqualTo(300);
        assertThat(result.wrong()).isEqualTo(7);
        assertThat(result.complaint())
                .contains("ID 1", "STATUS 1", "unsent 5", "the first")
                .doesNotContain("second");
    }

    @Test
    void percentilesAreInMicroseconds() {
        Tally tally = new Tally();
        for (int i = 1; i <= 1000; i++) {
            tally.right(i * 1_000L);
        }

        LoadResult result = tally.result(0, 1);

        assertThat(result.micros(50)).isCloseTo(500, within(1.0));
        assertThat(result.micros(99)).isCloseTo(990, within(1.0));
        assertThat(result.micros(99.9)).isCloseTo(999, within(1.0));
        assertThat(result.complaint()).isEmpty();
    }

    @Test
    void anEmptyRunHasNoThroughput() {
        assertThat(new Tally().result(0, 0).perSecond()).isZero();
    }

    @Test
    void aFixedRateSpreadsItsCallsEvenly() {
        Pace.FixedRate rate = new Pace.FixedRate(400);

        assertThat(rate.callsIn(Duration.ofMillis(2_500))).isEqualTo(1_000);
        assertThat(rate.dueNanos(0)).isZero();
        assertThat(rate.dueNanos(1)).isEqualTo(2_500_000);
        assertThat(rate.dueNanos(400_000_000)).isEqualTo(1_000_000_000_000_000L);
        assertThatThrownBy(() -> new Pace.FixedRate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace.FixedRate(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
