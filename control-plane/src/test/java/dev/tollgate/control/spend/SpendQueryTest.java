package dev.tollgate.control.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Problem.FieldError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void without_times_it_is_the_last_thirty_days_up_to_the_running_hour() {
        SpendQuery query = query(null, null, null);

        assertThat(query.to()).isEqualTo("2026-11-22T11:00:00Z");
        assertThat(query.from()).isEqualTo("2026-10-23T11:00:00Z");
    }

    @Test
    void times_are_widened_to_whole_hours() {
        SpendQuery query = query("day", "2026-11-01T00:59:59Z", "2026-11-02T00:00:00Z");

        assertThat(query.from()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(query.to()).isEqualTo("2026-11-02T00:00:00Z");
        assertThat(query.groupBy()).containsExactly(Dimension.DAY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "group_by, colour, -, -",
                "group_by, 'key,key', -, -",
                "from, -, yesterday, -",
                "to, -, 2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z",
                "from, -, 2020-01-01T00:00:00Z, 2026-11-01T00:00:00Z"
            })
    void what_cannot_be_read_is_named(
            String field, @Nullable String groupBy, @Nullable String from, @Nullable String to) {
        assertThatThrownBy(() -> query(groupBy, from, to))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Refusal.Invalid) refused.refusal()).errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    private static SpendQuery query(@Nullable String groupBy, @Nullable String from, @Nullable String to) {
        return SpendQuery.of(groupBy, from, to, null, null, null, NOW);
    }
}
