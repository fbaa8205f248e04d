package dev.tollgate.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckScheduleTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private Instant rejectedAt = Instant.EPOCH;
    private final long began = System.nanoTime();
    private final TopicCheck.Schedule schedule = new TopicCheck.Schedule(time -> rejectedAt.isAfter(time));

    @Test
    void it_is_due_at_once_a_minute_later_and_then_every_hour() {
        assertThat(dueAt(1)).isTrue();
        assertThat(dueAt(50)).isFalse();
        assertThat(dueAt(70)).isTrue();
        assertThat(dueAt(3_000)).isFalse();
        assertThat(dueAt(3_700)).isTrue();
    }

    @Test
    void a_rejection_makes_it_due_soon_and_once() {
        dueAt(1);
        dueAt(70);

        rejectedAt = START.plusSeconds(75);

        assertThat(dueAt(76)).as("too soon after the last").isFalse();
        assertThat(dueAt(95)).isTrue();
        assertThat(dueAt(200)).isFalse();
    }

    private boolean dueAt(long second) {
        return schedule.due(began + TimeUnit.SECONDS.toNanos(second), START.plusSeconds(second));
    }
}
