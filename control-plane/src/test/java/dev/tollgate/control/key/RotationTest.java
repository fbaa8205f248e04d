package dev.tollgate.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.KeyRotation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final List<CredentialRow> credentials = new ArrayList<>(List.of(credential(0)));

    @Test
    void secrets_that_ended_make_room_the_oldest_first() {
        for (int i = 1; i < 10; i++) {
            Rotation.rotate(credentials, credential(i), Duration.ZERO, NOW.plusSeconds(i));
        }

        assertThat(credentials).extracting(row -> row.sha256).containsExactly(hex(6), hex(7), hex(8), hex(9));
        assertThat(credentials.getLast().notAfter).isNull();
    }

    @Test
    void a_secret_that_was_promised_an_overlap_is_not_pushed_out() {
        for (int i = 1; i < 4; i++) {
            Rotation.rotate(credentials, credential(i), Duration.ofHours(1), NOW);
        }

        assertThatThrownBy(() -> Rotation.rotate(credentials, credential(4), Duration.ofHours(1), NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_earlier_end_is_not_moved_by_a_later_rotation() {
        Rotation.rotate(credentials, credential(1), Duration.ofMinutes(1), NOW);

        Rotation.rotate(credentials, credential(2), Duration.ofHours(1), NOW.plusSeconds(30));

        assertThat(credentials.getFirst().notAfter).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_secret_that_ends_by_itself_ends_with_the_overlap_if_that_is_sooner() {
        KeyRotation daily = new KeyRotation(1, 60);
        credentials.getFirst().notAfter = Rotation.end(daily, NOW);
        assertThat(credentials.getFirst().notAfter)
                .isEqualTo(NOW.plus(Duration.ofDays(1)).plusSeconds(60));

        Rotation.rotate(credentials, credential(1), Duration.ofSeconds(60), NOW.plusSeconds(30));

        assertThat(credentials.getFirst().notAfter).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void a_secret_that_has_ended_is_not_called_back_to_life() {
        CredentialRow ended = credentials.getFirst();
        ended.notAfter = NOW;

        Rotation.follow(null, ended, NOW);

        assertThat(ended.notAfter).isEqualTo(NOW);
    }

    private static CredentialRow credential(int number) {
        CredentialRow row = new CredentialRow();
        row.sha256 = hex(number);
        row.issuedAt = NOW;
        return row;
    }

    private static String hex(int number) {
        return String.format("%064x", number);
    }
}
