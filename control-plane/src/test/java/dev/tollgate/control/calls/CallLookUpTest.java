package dev.tollgate.control.calls;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Explain;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Engine;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call among many, on a real ClickHouse. */
class CallLookUpTest {
    private static final int CALLS = 60_000;
    private static final Instant FIRST = Instant.now().truncatedTo(MICROS).minus(20, DAYS);

    @Test
    void a_call_is_found_without_reading_the_others(@TempDir Path folder) throws Exception {
        try (Engine engine = Engine.clickHouse(folder);
                ClickHouse clickHouse = new ClickHouse(Analytics.settings(engine))) {
            StoredCalls.migrate(clickHouse);
            List<ToolCallEvent> events =
                    IntStream.range(0, CALLS).mapToObj(CallLookUpTest::call).toList();
            StoredCalls.store(clickHouse, events);
            ToolCallEvent wanted = events.get(CALLS / 2);
            Sql all = Sql.of("SELECT call_id FROM calls WHERE tenant = {tenant:UUID}")
                    .with("tenant", Events.ACME.value());

            var found = new CallReader(clickHouse).find(Events.ACME, wanted.callId());

            assertThat(found)
                    .hasValueSatisfying(call -> assertThat(call.startedAt()).isEqualTo(wanted.startedAt()));
            assertThat(Explain.marks(clickHouse, all)).isGreaterThan(CALLS / 8192);
            assertThat(Explain.marks(clickHouse, CallReader.lookUp(Events.ACME, wanted.callId())))
                    .isLessThanOrEqualTo(2);
            assertThat(new CallReader(clickHouse).find(Events.OTHER, wanted.callId()))
                    .isEmpty();
            assertThat(new CallReader(clickHouse).find(Events.ACME, UUID.randomUUID()))
                    .isEmpty();
        }
    }

    private static ToolCallEvent call(int number) {
        return Events.call(
                Events.ACME, FIRST.plusSeconds(number * 20L), Events.KEY, "Analyst", "find", 1, CallStatus.OK);
    }
}
