package dev.tollgate.control.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.ServerHealth;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthSummaryTest {
    private static final Instant LOOK = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, '', PENDING",
                "-, HEALTHY, HEALTHY",
                "-, STALE, PENDING",
                "ok, '', HEALTHY",
                "ok, DEGRADED, DEGRADED",
                "ok, HEALTHY FAILING, DEGRADED",
                "ok, FAILING BREAKER_OPEN, FAILING",
                "ok, FAILING STALE, FAILING",
                "list, '', FAILING",
                "list, FAILING, FAILING",
                "list, HEALTHY, DEGRADED",
                "list, STALE, FAILING"
            })
    void the_look_and_the_gateways_make_one_state(@Nullable String stage, String reports, ServerHealth.State expected) {
        HealthRow row = null;
        if (stage != null) {
            row = new HealthRow();
            row.checkedAt = LOOK;
            row.stage = stage.equals("ok") ? null : stage;
        }
        List<GatewayHealth> said = Arrays.stream(reports.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> new GatewayHealth(
                        "g", GatewayHealth.State.valueOf(word), LOOK.plusSeconds(1), null, 0, null, LOOK))
                .toList();

        assertThat(HealthSummary.of(row, said).state()).isEqualTo(expected);
    }
}
