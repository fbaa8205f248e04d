package dev.tollgate.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptLimitsTest {
    private static final ScriptMaxima MAXIMA = new ScriptMaxima(1_000, 2_000, 3_000, 40, 50);

    @Test
    void a_tenant_can_have_less_than_the_operator_allows_and_never_more() {
        assertThat(MAXIMA.within(new ScriptLimits(10L, 2_001L, null, 4, 51)))
                .isEqualTo(new ScriptMaxima(10, 2_000, 3_000, 4, 50));
        assertThat(MAXIMA.within(null)).isEqualTo(MAXIMA);
    }

    @Test
    void a_limit_is_at_least_1() {
        assertThatThrownBy(() -> new ScriptLimits(null, null, null, 0, null)).hasMessageContaining("toolCalls");
        assertThatThrownBy(() -> new ScriptMaxima(1, 1, 1, 1, 0)).hasMessageContaining("seconds");
    }
}
