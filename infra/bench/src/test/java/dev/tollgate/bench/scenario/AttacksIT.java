package dev.tollgate.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.Bench;
import dev.tollgate.bench.attack.AttackFigures;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.world.GatewayBuild;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No clock decides here: how long the neighbour's calls take is the bench's to say. */
class AttacksIT {
    private static final Duration EACH = Duration.ofSeconds(8);

    @Test
    @DisplayName("fifty attacking scripts leave a gateway of 256 MiB alive, and another tenant's calls right")
    void attacked() throws Exception {
        // given
        GatewayBuild small = GatewayBuild.ofRepository(List.of("-Xmx256m", "-XX:+UseParallelGC"));
        ThroughputPlan plan = new ThroughputPlan(8, EACH, 1, EACH);

        // when
        AttackFigures figures = new AttacksScenario(50, 25, plan, small, Bench.class.getName()).measure(_ -> {});

        // then
        assertThat(figures.rounds()).singleElement().satisfies(round -> {
            assertThat(round.wrong())
                    .as(round.calm().complaint() + round.beside().complaint())
                    .isZero();
            assertThat(List.of(round.calm(), round.beside()))
                    .extracting(LoadResult::right)
                    .containsOnly(200L);
        });
        assertThat(figures.refused()).as("all fifty were let in").doesNotContainKeys("scripts", "scripts-per-key");
        assertThat(figures.ends())
                .as("scripts end at limits, and none by a defect")
                .containsKeys("limit", "cancelled")
                .doesNotContainKey("defect");
    }
}
