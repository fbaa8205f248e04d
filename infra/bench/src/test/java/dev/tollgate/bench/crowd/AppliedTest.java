package dev.tollgate.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.bench.world.MetricsPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AppliedTest {
    private static final String METRICS = """
            # TYPE tollgate_snapshot_apply_time_seconds histogram
            tollgate_snapshot_apply_time_seconds_bucket{le="0.001"} 40.0
            tollgate_snapshot_apply_time_seconds_count 42.0
            tollgate_snapshot_apply_time_seconds_sum 0.084
            tollgate_snapshot_apply_time_seconds_max 0.01
            tollgate_snapshot_tenants 7.0
            """;

    @Test
    void aGatewaysOwnTimeOfAChangeIsReadFromItsTimer() throws IOException {
        Applied before = Applied.of(new MetricsPage(METRICS));

        Applied after = Applied.of(new MetricsPage("""
                tollgate_snapshot_apply_time_seconds_count{region="local"} 44.0
                tollgate_snapshot_apply_time_seconds_sum{region="local"} 0.087
                """));

        assertThat(before).isEqualTo(new Applied(42, 0.084));
        assertThat(after.microsEachSince(before)).isEqualTo(1_500);
    }

    @Test
    void aGatewayWithoutTheTimerIsNotMeasured() {
        assertThatThrownBy(() -> Applied.of(new MetricsPage("tollgate_snapshot_tenants 7.0")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tollgate_snapshot_apply_time_seconds_count");
    }
}
