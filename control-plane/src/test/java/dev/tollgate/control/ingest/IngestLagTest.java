package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestLagTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void the_replica_that_ingests_answers_from_its_own_position_the_others_from_what_it_wrote(@TempDir Path folder)
            throws Exception {
        try (Engine engine = Engine.clickHouse(folder);
                ClickHouse clickHouse = new ClickHouse(Analytics.settings(engine))) {
            StoredCalls.migrate(clickHouse);
            var meter = new IngestMeter();
            var lag = new IngestLag(meter, clickHouse, InstantSource.fixed(NOW));

            assertThat(lag.current()).as("before anything was ingested").isEmpty();

            var store = new ClickHouseCallStore(clickHouse, InstantSource.fixed(NOW));
            store.progress(NOW.minusSeconds(90), 12);
            store.progress(NOW.minusSeconds(7), 3);
            assertThat(lag.current()).as("on another replica").contains(Duration.ofSeconds(7));

            meter.progress(new IngestMeter.Progress(NOW.minusSeconds(1), 0));
            assertThat(lag.current()).as("on the one that ingests").contains(Duration.ofSeconds(1));

            meter.progress(new IngestMeter.Progress(Instant.EPOCH, 5));
            assertThat(lag.current())
                    .as("while it catches up for the first time")
                    .contains(Duration.ofSeconds(7));
        }
    }
}
