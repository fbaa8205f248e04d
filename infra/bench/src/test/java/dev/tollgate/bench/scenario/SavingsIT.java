package dev.tollgate.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.savings.Row;
import dev.tollgate.bench.savings.Way;
import dev.tollgate.bench.world.GatewayBuild;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SavingsIT {
    private static final int SMALLEST = 6;

    /** As published for Bifrost's Code Mode with as many tools. */
    private static final double PUBLISHED = -58.2;

    @Test
    @DisplayName(
            "in the smallest organization each way finds and changes the same, and Code Mode saves more than is published")
    void saves() throws Exception {
        // given
        GatewayBuild build = GatewayBuild.ofRepository(List.of("-Xmx512m", "-XX:+UseParallelGC"));

        // when: it fails if a task fails, or comes out otherwise in one way than in another
        List<Row> rows = new SavingsScenario(List.of(SMALLEST), build).rows(_ -> {});

        // then
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.tools()).isEqualTo(96);
            assertThat(row.usages()).containsOnlyKeys(Way.values());
            assertThat(row.change(Way.CODE, _ -> true)).isLessThan(PUBLISHED);
            assertThat(row.change(Way.CLUMSY_CODE, _ -> true)).isLessThan(PUBLISHED);
            assertThat(row.change(Way.SEARCH, _ -> true)).isNegative();
        });
    }
}
