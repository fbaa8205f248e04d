package dev.tollgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSpecTest {
    @Test
    void whatSurroundsAStackGoesBeforeWhatAPartHas() {
        var spec = new ProcessSpec(
                "part",
                List.of("true"),
                Map.of("A", "own", "B", "own"),
                Path.of("folder"),
                Path.of("log"),
                StopBy.SIGTERM,
                Duration.ofSeconds(1));

        var surrounded = spec.with(Map.of("B", "given", "C", "given"));

        assertThat(surrounded.environment())
                .containsOnly(Map.entry("A", "own"), Map.entry("B", "given"), Map.entry("C", "given"));
        assertThat(surrounded)
                .usingRecursiveComparison()
                .ignoringFields("environment")
                .isEqualTo(spec);
    }
}
