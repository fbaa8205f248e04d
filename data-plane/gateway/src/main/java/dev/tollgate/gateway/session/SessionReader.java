package dev.tollgate.gateway.session;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the region's session words from the beginning, for ever; every gateway reads all of them, so there is no group. */
final class SessionReader implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SessionReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int FETCH_WAIT_MILLIS_MAX = 250;
    private static final long SWEEP_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Object> config;
    private final String topic;
    private final SessionStates states;
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;

    SessionReader(String bootstrapServers, Region region, String clientId, SessionStates states) {
        topic = Topics.sessions(region);
        this.states = states;
        config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS_MAX);
    }

    @Override
    public void run() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                open = consumer;
                read(consumer);
            } catch (WakeupException e) {
                LOG.trace("woken up to end", e);
            } catch (KafkaException e) {
                LOG.debug("session words cannot be read; trying again", e);
                pause();
            } finally {
                open = null;
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no such topic yet");
        }
        consumer.assign(partitions);
        // What was read before is said once more, which changes nothing.
        consumer.seekToBeginning(partitions);
        long swept = System.nanoTime();
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                take(each);
            }
            if (System.nanoTime() - swept > SWEEP_NANOS) {
                states.sweep();
                swept = System.nanoTime();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> each) {
        try {
            states.accept(new String(each.key(), StandardCharsets.UTF_8), each.value(), each.timestamp());
        } catch (IllegalArgumentException e) {
            LOG.warnf("a session's word is passed over: partition=%d offset=%d", each.partition(), each.offset());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
