package dev.tollgate.control.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.quota.QuotaLimit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final List<Integer> SHARES = List.of(50, 80, 100);

    /** What is told as so much is used, one after the other. */
    private static List<Integer> told(int... percents) {
        List<Integer> alerts = new ArrayList<>();
        int told = 0;
        for (int percent : percents) {
            int next = Thresholds.told(SHARES, percent, told);
            if (next > told) {
                alerts.add(next);
            }
            told = next;
        }
        return alerts;
    }

    @Test
    void each_share_is_told_once_on_the_way_up() {
        assertThat(told(0, 49, 50, 51, 79, 80, 99, 100, 100)).containsExactly(50, 80, 100);
    }

    @Test
    void of_several_passed_at_once_the_highest_is_told() {
        assertThat(told(10, 85)).containsExactly(80);
        assertThat(told(130)).containsExactly(100);
    }

    @Test
    void a_new_window_tells_anew_and_what_moves_to_and_fro_does_not() {
        assertThat(told(81, 0, 81)).containsExactly(80, 80);
        assertThat(told(80, 78, 80, 76, 81)).containsExactly(80);
        assertThat(told(80, 75, 80)).containsExactly(80, 80);
        assertThat(told(100, 60, 81)).containsExactly(100, 80);
    }

    @Test
    void percent_is_the_nearest_and_does_not_overflow() {
        assertThat(Thresholds.percent(999_600_000, 1_000_000_000)).isEqualTo(100);
        assertThat(Thresholds.percent(994_999_999, 1_000_000_000)).isEqualTo(99);
        assertThat(Thresholds.percent(1, 0)).isEqualTo(100);
        assertThat(Thresholds.percent(0, 0)).isZero();
        assertThat(Thresholds.percent(QuotaLimit.AMOUNT_MAX, QuotaLimit.AMOUNT_MAX))
                .isEqualTo(100);
        assertThat(Thresholds.percent(Long.MAX_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
    }
}
