package dev.tollgate.control.status;

import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamReport;
import dev.tollgate.model.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the status topic from its beginning onto the board, on a thread of its own, and starts over when Kafka fails. */
final class StatusConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StatusConsumer.class);
    private static final Duration POLL_MAX = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 2_000;
    private static final long LEAVE_MILLIS_MAX = 5_000;

    private final Map<String, Object> configuration;
    private final StatusBoard board;
    private final UpstreamBoard upstreams;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    StatusConsumer(String bootstrapServers, StatusBoard board, UpstreamBoard upstreams) {
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000);
        this.board = board;
        this.upstreams = upstreams;
        this.thread = Thread.ofPlatform().name("status-consumer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isClosing()) {
            try (KafkaConsumer<String, byte[]> opened =
                    new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                readAll(opened);
            } catch (WakeupException e) {
                LOG.debug("status consumer woken to close", e);
            } catch (KafkaException e) {
                LOG.warn("status topic cannot be read, trying again", e);
                pause();
            }
        }
    }

    private void readAll(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions = opened.partitionsFor(Topics.STATUS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        while (!isClosing()) {
            opened.poll(POLL_MAX).forEach(this::read);
            upstreams.forget(board.forgetSilent(Instant.now()));
        }
    }

    /**
     * A gateway's heartbeat has the gateway for a key, its word on a tenant tenant/gateway, and that on an upstream
     * tenant/gateway/server.
     */
    private void read(ConsumerRecord<String, byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        int slash = entry.key().indexOf('/');
        try {
            if (slash >= 0 && entry.key().indexOf('/', slash + 1) >= 0) {
                readUpstream(entry.key(), entry.value());
            } else if (entry.value() != null && slash < 0) {
                board.heard(WireJson.decode(entry.value(), GatewayHeartbeat.class));
            } else if (entry.value() != null) {
                board.heard(WireJson.decode(entry.value(), TenantApplied.class));
            }
        } catch (MalformedRecord | IllegalArgumentException e) {
            LOG.warnf("status record passed over: partition %d, offset %d", entry.partition(), entry.offset());
        }
    }

    /** What a record says is believed of its key's tenant alone. */
    private void readUpstream(String key, byte @Nullable [] value) {
        UpstreamReport.Key of = UpstreamReport.Key.parse(key);
        if (value == null) {
            upstreams.takenBack(of);
            return;
        }
        UpstreamReport report = WireJson.decode(value, UpstreamReport.class);
        if (!report.key().equals(key)) {
            throw new IllegalArgumentException("a report under another key than its own");
        }
        upstreams.heard(report);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            var _ = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** The thread is woken and not interrupted, or its consumer could not take its leave. */
    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(LEAVE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
