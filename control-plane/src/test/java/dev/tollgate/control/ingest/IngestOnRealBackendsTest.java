package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.testing.Engine;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka and ClickHouse as they are, one of them killed again and again. */
class IngestOnRealBackendsTest {
    private static final int EVENTS = 30_000;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    private Engine kafka;
    private Engine engine;
    private ClickHouse clickHouse;
    private Ingest ingest;
    private final IngestMeter meter = new IngestMeter();
    private final Random random = new Random(7);

    @BeforeEach
    void start() throws Exception {
        kafka = Engine.kafka(folder.resolve("kafka"));
        engine = Engine.clickHouse(folder.resolve("clickhouse"));
        clickHouse = new ClickHouse(ClickHouseCallStoreTest.settings(engine));
        ingest = ingest(kafka, clickHouse, meter);
        ingest.start();
    }

    @AfterEach
    void stop() throws Exception {
        ingest.close();
        clickHouse.close();
        engine.close();
        kafka.close();
    }

    @Test
    void events_are_stored_once_though_clickhouse_and_ingest_are_killed_in_the_stream() throws Exception {
        var boot = Events.boot("gateway-1");
        try (var producer = producer()) {
            for (int kill = 0; kill < KILLS; kill++) {
                send(producer, boot, 1 + kill * EVENTS / KILLS, (kill + 1) * EVENTS / KILLS);
                producer.flush();
                await(() -> meter.inserted.get() > random.nextInt(2_000));
                engine.kill();
                send(producer, boot, 1, 500);
                engine.start();
                if (kill == 1) {
                    ingest.close();
                    ingest = ingest(kafka, clickHouse, meter);
                    ingest.start();
                }
            }
            send(producer, boot, EVENTS - 1_000, EVENTS);
        }

        await(() -> uniqueEvents() == EVENTS && caughtUp());

        assertThat(one("SELECT count() AS n FROM calls")).isEqualTo(EVENTS);
        assertThat(one("SELECT toInt64(sum(calls)) AS n FROM spend_hourly")).isEqualTo(EVENTS);
        var store = new ClickHouseCallStore(clickHouse, InstantSource.system());
        assertThat(store.daysAmiss(LocalDate.now(ZoneOffset.UTC).minusDays(40))).isEmpty();
        assertThat(meter.replaysDropped.get()).isPositive();
    }

    private static Ingest ingest(Engine kafka, ClickHouse clickHouse, IngestMeter meter) {
        return new Ingest(
                new AlwaysLeading(),
                () -> KafkaEventLog.open(bootstrapServers(kafka)),
                new ClickHouseCallStore(clickHouse, InstantSource.system()),
                new EventCharges(_ -> {}),
                new LastUses(_ -> {}, _ -> {}),
                meter,
                InstantSource.system());
    }

    private void send(KafkaProducer<String, byte[]> producer, Boot boot, int from, int to) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minusSeconds(3_600);
        for (int sequence = from; sequence <= to; sequence++) {
            var tenant = new TenantId(new UUID(1, sequence % 40));
            var event = Events.event(boot, sequence, tenant, start.plusMillis(sequence * 200L));
            producer.send(new ProducerRecord<>(
                    Topics.EVENTS,
                    Partitions.of(tenant, Topics.TENANT_PARTITIONS),
                    tenant.toString(),
                    WireJson.encode(event)));
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(kafka),
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static String bootstrapServers(Engine kafka) {
        return kafka.config().getOrDefault("tollgate.kafka.bootstrap-servers", "");
    }

    private boolean caughtUp() {
        var progress = meter.progress();
        return progress != null && progress.lagRecords() == 0;
    }

    private long uniqueEvents() {
        try {
            return one("SELECT uniqExact(boot, sequence) AS n FROM calls");
        } catch (RuntimeException e) {
            return -1;
        }
    }

    private long one(String sql) {
        return clickHouse.query(Sql.of(sql), row -> row.number("n")).getFirst();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited").isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private static final class AlwaysLeading implements Leadership {
        @Override
        public boolean acquire() {
            return true;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void release() {}
    }
}
