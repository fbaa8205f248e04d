package dev.tollgate.ui.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.NewEnvironment;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    private final IdempotencyKey keys = new IdempotencyKey();

    @Test
    void the_same_body_sent_again_has_the_same_key_and_a_corrected_one_another() {
        String first = keys.forBody(new NewEnvironment("production", null));

        assertThat(keys.forBody(new NewEnvironment("production", null))).isEqualTo(first);
        assertThat(keys.forBody(new NewEnvironment("prod", null))).isNotEqualTo(first);
    }
}
