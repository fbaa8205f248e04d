package dev.tollgate.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PeriodicLooksTest {
    @Test
    void each_second_is_taken_once() {
        assertThat(PeriodicLooks.slots(1_199, 1_202)).containsExactly(0L, 1L, 2L);
        assertThat(PeriodicLooks.slots(1_202, 1_202)).isEmpty();
    }

    @Test
    void after_a_long_absence_every_server_is_due_once() {
        assertThat(PeriodicLooks.slots(0, 1_000_000)).hasSize(600);
        assertThat(new HashSet<>(PeriodicLooks.slots(0, 1_000_000))).hasSize(600);
    }
}
