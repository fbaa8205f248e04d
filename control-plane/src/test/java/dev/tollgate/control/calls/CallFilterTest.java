package dev.tollgate.control.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFilterTest {
    @Test
    void what_is_absent_does_not_narrow() {
        assertThat(CallFilter.of(null, "", null, null, null, null, "").condition())
                .isEmpty();
    }

    @Test
    void every_part_is_a_value_and_never_part_of_the_text() {
        CallFilter filter = CallFilter.of(
                "2026-11-01T00:00:00Z",
                "2026-11-02T00:00:00.000001Z",
                "abcdefGHIJ12",
                "01980000-0000-7000-8000-000000000003",
                "x' or 1=1 --",
                "REFUSED",
                "01980000-0000-7000-8000-000000000004");

        assertThat(filter.condition())
                .isEqualTo(" and started_at >= {from:DateTime64(6, 'UTC')} and started_at < {to:DateTime64(6, 'UTC')}"
                        + " and key = {key:String} and server = {server:UUID} and tool_name = {tool:String}"
                        + " and status = {status:String} and model_id = {model:UUID}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "from, yesterday, -, -, -, -, -, -",
                "to, -, x, -, -, -, -, -",
                "to, 2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, -, -, -, -, -",
                "key, -, -, short, -, -, -, -",
                "server, -, -, -, 1, -, -, -",
                "status, -, -, -, -, -, FINE, -",
                "model, -, -, -, -, -, -, gpt-large"
            })
    void what_cannot_be_read_is_named(
            String field,
            @Nullable String from,
            @Nullable String to,
            @Nullable String key,
            @Nullable String server,
            @Nullable String tool,
            @Nullable String status,
            @Nullable String model) {
        assertThatThrownBy(() -> CallFilter.of(from, to, key, server, tool, status, model))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Refusal.Invalid) refused.refusal()).errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }
}
