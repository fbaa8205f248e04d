package dev.tollgate.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TopicReader;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsOverKafkaTest {
    private static final int EVENTS_A_BOOT = 3_000;

    private final List<TenantId> tenants =
            List.of(new TenantId(UUID.randomUUID()), new TenantId(UUID.randomUUID()), new TenantId(UUID.randomUUID()));
    private final Set<UUID> recorded = new HashSet<>();

    @Test
    void events_outlive_a_broker_and_a_gateway_that_go_and_come_again(@TempDir Path folder) throws Exception {
        try (RealKafka kafka = new RealKafka(folder.resolve("kafka"))) {
            Path spool = folder.resolve("spool");
            try (Boot first = new Boot(spool, kafka)) {
                first.append(EVENTS_A_BOOT / 3);
                first.awaitSent();
                kafka.stop();
                first.append(EVENTS_A_BOOT / 3);
                kafka.startAgain();
                first.append(EVENTS_A_BOOT / 3);
                first.awaitSent();
                kafka.stop();
            }
            try (Boot second = new Boot(spool, kafka)) {
                second.append(EVENTS_A_BOOT);
            }
            kafka.startAgain();
            try (Boot third = new Boot(spool, kafka);
                    TopicReader reader = new TopicReader(kafka.bootstrapServers(), Topics.EVENTS)) {
                third.append(EVENTS_A_BOOT);

                List<ConsumerRecord<byte[], byte[]>> records =
                        reader.await(read -> dropReplays(read).size() == recorded.size());

                assertThat(dropReplays(records)).containsExactlyInAnyOrderElementsOf(recorded);
                third.awaitSent();
            }
        }
    }

    /** The calls of all events that a reader keeps who knows how far each boot has come on each partition. */
    private static List<UUID> dropReplays(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Long> last = new HashMap<>();
        List<UUID> kept = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ToolCallEvent event = WireJson.decode(record.value(), ToolCallEvent.class);
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(event.tenant().toString());
            assertThat(record.partition()).isEqualTo(Partitions.of(event.tenant(), Topics.TENANT_PARTITIONS));
            String stream = event.boot() + "/" + record.partition();
            if (event.sequence() > last.getOrDefault(stream, 0L)) {
                last.put(stream, event.sequence());
                kept.add(event.callId());
            }
        }
        return kept;
    }

    private final class Boot implements AutoCloseable {
        private final EventSpool spool;
        private final EventRelay relay;

        Boot(Path directory, RealKafka kafka) throws Exception {
            spool = new EventSpool(directory, Drafts.boot(), SpoolBounds.ofTotal(64 << 20));
            relay = new EventRelay(
                    spool, new EventPublisher(spool, new EventProducers(kafka.bootstrapServers(), "gateway-1-events")));
            relay.start();
        }

        void append(int events) {
            for (int i = 0; i < events; i++) {
                EventDraft draft = Drafts.of(tenants.get(i % tenants.size()));
                assertThat(spool.append(draft)).isTrue();
                recorded.add(draft.callId());
            }
        }

        void awaitSent() throws InterruptedException {
            while (spool.unacknowledged() > 0) {
                Thread.sleep(10);
            }
        }

        @Override
        public void close() throws InterruptedException {
            relay.close();
        }
    }
}
