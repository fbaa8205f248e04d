package dev.tollgate.gateway.catalog.health;

import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamReport;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is to be told of upstreams on {@link Topics#STATUS}, on a thread of its own. What does not arrive is told again
 * as it is then, so an outage of any length costs one record an upstream.
 */
final class HealthReporter implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HealthReporter.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(1);
    private static final long CLOSE_MILLIS_MAX = 3_000;

    private final String bootstrapServers;
    private final GatewayId gateway;
    private final HealthBook book;
    private final HealthReports reports;
    private final InstantSource clock = InstantSource.system();
    private final Queue<HealthReports.Word> arrived = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    HealthReporter(String bootstrapServers, GatewayId gateway, UUID boot, HealthBook book) {
        this.bootstrapServers = bootstrapServers;
        this.gateway = gateway;
        this.book = book;
        this.reports = new HealthReports(gateway, boot);
        this.thread = Thread.ofPlatform().daemon().name("upstream-health").unstarted(this);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        KafkaProducer<byte[], byte[]> producer = open();
        try {
            while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                takeArrivals();
                tell(producer);
            }
            takeArrivals();
            takeBack(producer);
        } catch (InterruptedException e) {
            closing.countDown();
        } finally {
            producer.close(PRODUCER_CLOSE);
        }
    }

    private void takeArrivals() {
        HealthReports.@Nullable Word word = arrived.poll();
        while (word != null) {
            reports.arrived(word);
            word = arrived.poll();
        }
    }

    private void tell(KafkaProducer<byte[], byte[]> producer) {
        for (HealthReports.Word word : reports.due(book.read(), clock.instant())) {
            if (!send(producer, word)) {
                return;
            }
        }
    }

    private void takeBack(KafkaProducer<byte[], byte[]> producer) {
        for (HealthReports.Word word : reports.takenBack()) {
            if (!send(producer, word)) {
                return;
            }
        }
    }

    /** False if Kafka does not even take it: the others would wait in vain too. */
    private boolean send(KafkaProducer<byte[], byte[]> producer, HealthReports.Word word) {
        UpstreamReport report = word.report();
        String key = new UpstreamReport.Key(
                        word.upstream().tenant(), gateway, word.upstream().server())
                .toString();
        try {
            producer.send(
                    new ProducerRecord<>(
                            Topics.STATUS,
                            key.getBytes(StandardCharsets.UTF_8),
                            report == null ? null : WireJson.encode(report)),
                    (_, failure) -> {
                        if (failure == null) {
                            arrived.add(word);
                        } else {
                            logFailure(failure);
                        }
                    });
            return true;
        } catch (KafkaException e) {
            logFailure(e);
            return false;
        }
    }

    private static void logFailure(Exception failure) {
        LOG.debugf("the health of an upstream could not be reported: %s", failure);
    }

    private KafkaProducer<byte[], byte[]> open() {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                gateway + "-health",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                4_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                2L * 1024 * 1024);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
