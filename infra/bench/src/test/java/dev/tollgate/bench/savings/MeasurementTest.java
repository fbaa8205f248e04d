package dev.tollgate.bench.savings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.savings.agent.Usage;
import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.estate.Estate;
import dev.tollgate.bench.savings.task.Task;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final int SMALLEST = 6;

    @Test
    @DisplayName("the smallest organization's tasks are done with all definitions, which stand in each request")
    void doesTheSmallestRow() throws IOException, InterruptedException {
        // given
        SecureRandom random = new SecureRandom();
        KeySecret key = KeySecret.issue(new Slug("production"), KeySecret.newKeyId(random), random);
        try (Estate estate = Estate.start(Catalogue.first(SMALLEST));
                StandInGateway gateway = new StandInGateway(estate)) {
            Measurement measurement = new Measurement(gateway.mcp(), estate, _ -> {});

            // when
            Row row = measurement.row(estate.servers(), Map.of(Way.DIRECT, key));

            // then
            Usage sum = row.sum(Way.DIRECT, _ -> true);
            assertThat(row.tools()).isEqualTo(96);
            assertThat(row.tasks())
                    .extracting(Task::name)
                    .contains("contact", "dunning")
                    .doesNotContain("tickets", "restock");
            assertThat(sum.input())
                    .isGreaterThan(sum.requests() * row.definitions().getOrDefault(Way.DIRECT, 0L));
            assertThat(sum.cached()).isLessThan(sum.input());
            assertThat(SavingsTables.sums(List.of(row))).contains("6, 96, all definitions");
        }
    }
}
