package dev.tollgate.control.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Problem.FieldError;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendQueryTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"colour", "key,key", "key,"})
    void a_group_that_is_none_or_comes_twice_is_refused(String groupBy) {
        refused("group_by", () -> Dimension.list(groupBy));
    }

    @Test
    void of_a_zone_off_the_full_hour_no_more_is_read_than_single_calls_are_kept_for() {
        SpendQuery kolkata = query("day", "Asia/Kolkata", "2026-01-01", "2026-11-22");

        refused("from", () -> kolkata.report(TENANT, Instant.parse("2026-06-01T00:00:00Z")))
                .startsWith("is not before 2026-06-01T00:00:00Z in Asia/Kolkata")
                .endsWith("ask for zone=UTC");
        assertThatCode(() -> kolkata.report(TENANT, Instant.parse("2025-12-01T00:00:00Z")))
                .doesNotThrowAnyException();
        assertThatCode(() -> query("day", "Europe/Vienna", "2026-01-01", "2026-11-22")
                        .report(TENANT, Instant.parse("2026-06-01T00:00:00Z")))
                .doesNotThrowAnyException();
    }

    @Test
    void too_many_hours_are_refused_with_what_to_do() {
        refused(
                        "from",
                        () -> query("hour", "Asia/Kolkata", "2026-09-01", "2026-11-22")
                                .report(TENANT, Instant.EPOCH))
                .contains("1200 hours", "zone=UTC");
        refused("from", () -> query("hour,key", "UTC", "2025-01-01", "2026-11-22"))
                .contains("10000 hours");
    }

    private static AbstractStringAssert<?> refused(String field, ThrowingCallable asking) {
        Refused[] refused = new Refused[1];
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refused.class, thrown -> refused[0] = thrown);
        FieldError error = ((Refusal.Invalid) refused[0].refusal()).errors().getFirst();
        assertThat(error.field()).isEqualTo(field);
        return assertThat(error.message());
    }

    private static SpendQuery query(String groupBy, String zone, String from, String to) {
        return new SpendQuery(
                Dimension.list(groupBy),
                ReportTime.of(from, to, TenantCalendar.USUAL.in(ZoneId.of(zone)), NOW),
                SpendFilter.of(null, null, null, null));
    }
}
