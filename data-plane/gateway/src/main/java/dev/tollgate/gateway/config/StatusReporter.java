package dev.tollgate.gateway.config;

import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the control plane that this gateway lives and what it serves, on its own thread. Of a tenant only the last word is
 * kept until Kafka has it, so an outage of any length costs one record a tenant.
 */
final class StatusReporter implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StatusReporter.class);
    private static final long HEARTBEAT_MILLIS = 2_000;
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(1);
    private static final long CLOSE_MILLIS_MAX = 3_000;

    private final String bootstrapServers;
    private final GatewayBoot boot;
    private final Supplier<GatewayHeartbeat> heartbeat;
    private final Map<TenantId, TenantApplied> unsent = new ConcurrentHashMap<>();
    private final Map<TenantId, TenantApplied> inFlight = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private boolean news;

    StatusReporter(String bootstrapServers, GatewayBoot boot, Supplier<GatewayHeartbeat> heartbeat) {
        this.bootstrapServers = bootstrapServers;
        this.boot = boot;
        this.heartbeat = heartbeat;
    }

    void applied(ConfigHead head) {
        put(new TenantApplied(
                head.tenant(), boot.gateway(), boot.boot(), head.revision(), Instant.now(), null, null, head.epoch()));
    }

    /**
     * @param served what is served in its place; absent if nothing is
     */
    void rejected(@Nullable ConfigHead served, ConfigHead rejected, String reason) {
        put(new TenantApplied(
                rejected.tenant(),
                boot.gateway(),
                boot.boot(),
                served == null ? 0 : served.revision(),
                Instant.now(),
                rejected.revision(),
                reason,
                served == null ? null : served.epoch()));
    }

    private void put(TenantApplied word) {
        unsent.put(word.tenant(), word);
        wake();
    }

    private synchronized void wake() {
        news = true;
        notifyAll();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        KafkaProducer<byte[], byte[]> producer = open();
        try {
            long nextHeartbeatMillis = nowMillis();
            while (!closed) {
                long nowMillis = nowMillis();
                if (nowMillis >= nextHeartbeatMillis) {
                    sendHeartbeat(producer);
                    nextHeartbeatMillis = nowMillis + HEARTBEAT_MILLIS;
                }
                sendWords(producer);
                awaitNews(nextHeartbeatMillis - nowMillis);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            producer.close(PRODUCER_CLOSE);
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000,
                ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * 1024 * 1024);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void sendHeartbeat(KafkaProducer<byte[], byte[]> producer) {
        GatewayHeartbeat beat = heartbeat.get();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.STATUS, bytes(beat.gateway().toString()), WireJson.encode(beat)),
                    (_, failure) -> logFailure(failure));
        } catch (KafkaException e) {
            logFailure(e);
        }
    }

    private void sendWords(KafkaProducer<byte[], byte[]> producer) {
        for (TenantApplied word : unsent.values()) {
            if (inFlight.size() >= IN_FLIGHT_MAX) {
                return;
            }
            if (inFlight.putIfAbsent(word.tenant(), word) == null && !send(producer, word)) {
                return;
            }
        }
    }

    /** False if Kafka does not even take it: the others would wait in vain too. */
    private boolean send(KafkaProducer<byte[], byte[]> producer, TenantApplied word) {
        try {
            producer.send(
                    new ProducerRecord<>(Topics.STATUS, bytes(word.key()), WireJson.encode(word)), (_, failure) -> {
                        inFlight.remove(word.tenant());
                        logFailure(failure);
                        if (failure == null && !unsent.remove(word.tenant(), word)) {
                            wake();
                        }
                    });
            return true;
        } catch (KafkaException e) {
            inFlight.remove(word.tenant());
            logFailure(e);
            return false;
        }
    }

    private static void logFailure(@Nullable Exception failure) {
        if (failure != null) {
            LOG.debugf("status could not be reported: %s", failure);
        }
    }

    private synchronized void awaitNews(long millisMax) throws InterruptedException {
        if (!news && millisMax > 0) {
            wait(millisMax);
        }
        news = false;
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        wake();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(CLOSE_MILLIS_MAX);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
