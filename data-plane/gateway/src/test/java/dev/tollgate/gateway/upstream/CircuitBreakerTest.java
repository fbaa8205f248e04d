package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(nanos::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void it_opens_after_several_failures_in_a_row_only() {
        fail(CircuitBreaker.FAILURES_TO_OPEN - 1);
        breaker.succeeded();
        fail(CircuitBreaker.FAILURES_TO_OPEN - 1);
        assertThat(breaker.millisUntilAdmitted()).isZero();

        fail(1);

        assertThat(breaker.millisUntilAdmitted()).isBetween(1L, 1_000L);
    }

    @Test
    void one_probe_goes_when_the_time_has_come_and_its_success_closes_it() {
        fail(CircuitBreaker.FAILURES_TO_OPEN);
        pass(1_000);

        assertThat(breaker.millisUntilAdmitted()).isZero();
        assertThat(breaker.millisUntilAdmitted()).isPositive();

        breaker.succeeded();
        assertThat(breaker.millisUntilAdmitted()).isZero();
        assertThat(breaker.millisUntilAdmitted()).isZero();
    }

    @Test
    void probes_that_fail_grow_rare_but_never_cease() {
        fail(CircuitBreaker.FAILURES_TO_OPEN);
        for (int i = 0; i < 20; i++) {
            pass(30_000);
            assertThat(breaker.millisUntilAdmitted()).isZero();
            breaker.failed();
        }

        assertThat(breaker.millisUntilAdmitted()).isBetween(29_000L, 30_000L);
    }
}
