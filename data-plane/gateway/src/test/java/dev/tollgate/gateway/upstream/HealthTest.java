package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.health.UpstreamState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final UpstreamReply.Failure REFUSED =
            new UpstreamReply.Failure(Kind.BROKEN, Stage.CALL, "The server crm said: <secret>.", 0, 503);

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final HealthBook book = new HealthBook(() -> now);
    private final ServerConfig server = TestCaller.server(URI.create("http://127.0.0.1:1/mcp"));
    private final Health health = book.of(server);

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void nothing_is_known_of_who_was_not_called() {
        assertThat(health.read().isBlank()).isTrue();
    }

    @Test
    void an_upstream_that_never_answered_fails_from_the_first_failure() {
        health.failed(REFUSED);

        HealthReading reading = health.read();
        assertThat(reading.state()).isEqualTo(UpstreamState.FAILING);
        assertThat(reading.failuresInARow()).isOne();
        assertThat(reading.lastFailure()).isEqualTo(new LastFailure(Stage.CALL, Kind.BROKEN, 503, now));
        assertThat(reading.lastSuccessAt()).isNull();
    }

    @Test
    void one_that_answered_is_degraded_then_failing_then_degraded_for_a_while_then_healthy() {
        health.answered();
        assertThat(health.read().state()).isEqualTo(UpstreamState.HEALTHY);
        health.failed(REFUSED);
        assertThat(health.read().state()).isEqualTo(UpstreamState.DEGRADED);
        health.failed(REFUSED);
        health.failed(REFUSED);
        assertThat(health.read().state()).isEqualTo(UpstreamState.FAILING);

        later(Duration.ofSeconds(1));
        health.answered();

        assertThat(health.read().state()).isEqualTo(UpstreamState.DEGRADED);
        assertThat(health.read().failuresInARow()).isZero();
        assertThat(health.read().lastSuccessAt()).isEqualTo(now);
        later(HealthReading.DEGRADED_FOR);
        assertThat(health.read().state()).isEqualTo(UpstreamState.HEALTHY);
        assertThat(health.read().lastFailure()).isNotNull();
    }

    @Test
    void an_answer_before_a_failure_is_not_taken_for_a_later_one() {
        health.answered();
        health.failed(REFUSED);
        Instant failedAt = now;
        later(Duration.ofSeconds(10));

        assertThat(health.read().lastSuccessAt()).isEqualTo(failedAt);
        assertThat(health.read().failuresInARow()).isOne();
    }

    @Test
    void what_is_held_back_says_until_when() {
        health.failed(REFUSED);
        health.pausedBy(() -> Duration.ofSeconds(4));

        assertThat(health.read().state()).isEqualTo(UpstreamState.BREAKER_OPEN);
        assertThat(health.read().retryAt()).isEqualTo(now.plusSeconds(4));
    }

    @Test
    void a_server_that_moves_begins_a_fresh_page_and_one_that_is_not_wanted_is_forgotten() {
        health.failed(REFUSED);

        assertThat(book.of(server)).isSameAs(health);
        assertThat(book.of(TestCaller.moved(server, URI.create("http://127.0.0.1:2/mcp")))
                        .read()
                        .isBlank())
                .isTrue();
        assertThat(book.size()).isOne();
        book.forgetUnless(one -> false);
        assertThat(book.read()).isEmpty();
        assertThat(book.failures(Stage.CALL)).isOne();
    }
}
