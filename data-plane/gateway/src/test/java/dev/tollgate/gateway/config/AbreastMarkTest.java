package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbreastMarkTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void aRestartDoesNotMakeOldCopiesYoung(@TempDir Path directory) {
        // given
        Freshness before = new Freshness(() -> 0);
        before.whenAbreast(new AbreastMark(directory, clock)::make);
        assertThat(new AbreastMark(directory, clock).ageMillis()).isEmpty();
        before.abreast();
        // when the gateway starts an hour later without Kafka
        now = now.plusSeconds(3_600);
        Freshness after = new Freshness(() -> 7);
        new AbreastMark(directory, clock).ageMillis().ifPresent(after::restored);
        // then
        assertThat(after.ageMillis()).isEqualTo(3_600_000);
        // and when it is abreast
        after.abreast();
        // then
        assertThat(after.ageMillis()).isZero();
    }

    @Test
    void aMarkThatLiesAheadSaysNothing(@TempDir Path directory) {
        new AbreastMark(directory, clock).make();

        now = now.minusSeconds(60);

        assertThat(new AbreastMark(directory, clock).ageMillis()).isEmpty();
    }
}
