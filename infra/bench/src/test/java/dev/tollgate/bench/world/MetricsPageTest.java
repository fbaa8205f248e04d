package dev.tollgate.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    private static final MetricsPage PAGE = new MetricsPage("""
            # TYPE tollgate_scripts_seconds summary
            tollgate_scripts_seconds_count{end="limit",region="local"} 40.0
            tollgate_scripts_seconds_sum{end="limit",region="local"} 7.5
            tollgate_scripts_seconds_count{end="time",region="local"} 2.0
            tollgate_scripts_seconds_count_other{end="time"} 9.0
            """);

    @Test
    void aCountIsToldByALabel() {
        assertThat(PAGE.values("tollgate_scripts_seconds_count", "end")).isEqualTo(Map.of("limit", 40.0, "time", 2.0));
        assertThat(PAGE.values("tollgate_scripts_seconds_count", "region")).isEqualTo(Map.of("local", 42.0));
    }

    @Test
    void whatWasNeverCountedHasNoValues() {
        assertThat(PAGE.values("tollgate_bounds_hit_total", "bound")).isEmpty();
    }
}
