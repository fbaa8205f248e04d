package dev.tollgate.control.status;

import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
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
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    StatusConsumer(String bootstrapServers, StatusBoard board) {
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000);
        this.board = board;
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
            board.forgetSilent(Instant.now());
        }
    }

    /** A gateway's heartbeat has the gateway for a key, its word on a tenant tenant/gateway. */
    private void read(ConsumerRecord<String, byte[]> entry) {
        if (entry.key() == null || entry.value() == null) {
            return;
        }
        try {
            if (entry.key().indexOf('/') < 0) {
                board.heard(WireJson.decode(entry.value(), GatewayHeartbeat.class));
            } else {
                board.heard(WireJson.decode(entry.value(), TenantApplied.class));
            }
        } catch (MalformedRecord e) {
            LOG.warnf("status record passed over: partition %d, offset %d", entry.partition(), entry.offset());
        }
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
