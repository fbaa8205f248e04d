package dev.tollgate.gateway.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int PER_SECOND = 1 << 20;

    private long now = Long.MAX_VALUE - SECOND / 2;
    private long slept;
    private final Allocation allocation = new Allocation(PER_SECOND, () -> now, this::sleep);
    private final Turns turns = new Turns(1, allocation);

    private void sleep(long nanos) {
        now += nanos;
        slept += nanos;
    }

    @AfterEach
    void interruptNobodyElse() {
        boolean _ = Thread.interrupted();
    }

    @Test
    void a_seconds_part_can_be_taken_at_once_and_more_is_waited_for() {
        allocation.took(PER_SECOND);
        allocation.rest();
        assertThat(slept).isZero();

        allocation.took(PER_SECOND / 2);
        allocation.rest();
        assertThat(slept).isEqualTo(SECOND / 2);
    }

    @Test
    void no_more_than_a_second_is_saved() {
        now += 60 * SECOND;

        allocation.took(3 * PER_SECOND);
        allocation.rest();

        assertThat(slept).isEqualTo(2 * SECOND);
    }

    @Test
    void who_is_interrupted_does_not_wait() {
        allocation.took(3 * PER_SECOND);
        Thread.currentThread().interrupt();

        allocation.rest();

        assertThat(slept).isZero();
    }

    @Test
    void a_turn_rests_for_what_it_takes_beyond_the_first_mebibyte() {
        try (Turns.Turn turn = turns.take()) {
            take(6 * PER_SECOND);
            turn.passOn();
        }

        assertThat(slept).isBetween(4 * SECOND, 5 * SECOND);
    }

    @Test
    void small_turns_never_rest_however_many_there_are() {
        for (int i = 0; i < 100; i++) {
            try (Turns.Turn turn = turns.take()) {
                take(PER_SECOND / 2);
                turn.passOn();
            }
        }

        assertThat(slept).isZero();
    }

    @Test
    void what_was_taken_at_a_turns_end_is_owed_by_the_next_that_takes_much() {
        try (Turns.Turn _ = turns.take()) {
            take(6 * PER_SECOND);
        }
        assertThat(slept).isZero();

        try (Turns.Turn turn = turns.take()) {
            take(3 * PER_SECOND);
            turn.passOn();
        }

        assertThat(slept).isBetween(6 * SECOND, 8 * SECOND);
    }

    @Test
    void what_others_take_while_it_waits_is_not_its_own() {
        try (Turns.Turn turn = turns.take()) {
            turn.giveBack();
            take(6 * PER_SECOND);
            turn.takeAgain();
            turn.passOn();
        }

        assertThat(slept).isZero();
    }

    private static void take(int bytes) {
        assertThat(new byte[bytes]).hasSize(bytes);
    }
}
