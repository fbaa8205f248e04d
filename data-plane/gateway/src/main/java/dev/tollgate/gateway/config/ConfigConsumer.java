package dev.tollgate.gateway.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the region's topic from its beginning, for ever, and outlives any loss of Kafka. Every gateway reads all of it, so there is no group. */
final class ConfigConsumer implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ConfigConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long BACKOFF_MILLIS_MIN = 200;
    private static final long BACKOFF_MILLIS_MAX = 5_000;
    private static final long CLOSE_MILLIS_MAX = 3_000;

    private final String bootstrapServers;
    private final String topic;
    private final ConfigIntake intake;
    private final Freshness freshness;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Map<TopicPartition, Long> endAtStart;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    ConfigConsumer(String bootstrapServers, String topic, ConfigIntake intake, Freshness freshness) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.intake = intake;
        this.freshness = freshness;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        long backoffMillis = BACKOFF_MILLIS_MIN;
        while (!isClosed()) {
            try (KafkaConsumer<byte[], byte[]> opened = open()) {
                consumer = opened;
                backoffMillis = BACKOFF_MILLIS_MIN;
                read(opened);
            } catch (WakeupException e) {
                // Only close() wakes the consumer up; the loop's condition sees it.
                continue;
            } catch (KafkaException e) {
                LOG.warnf("configuration topic %s cannot be read (%s); serving what is here, trying again", topic, e);
                pause(backoffMillis);
                backoffMillis = Math.min(backoffMillis * 2, BACKOFF_MILLIS_MAX);
            } finally {
                consumer = null;
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                250,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                8 * 1024 * 1024,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void read(KafkaConsumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = awaitPartitions(from);
        from.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                from.seekToBeginning(List.of(partition));
            } else {
                from.seek(partition, position);
            }
        }
        if (endAtStart == null) {
            endAtStart = from.endOffsets(partitions);
        }
        double fetchesSeen = -1;
        while (!isClosed()) {
            for (ConsumerRecord<byte[], byte[]> each : from.poll(POLL)) {
                intake.accept(new String(each.key(), StandardCharsets.UTF_8), each.value());
            }
            partitions.forEach(partition -> positions.put(partition, from.position(partition)));
            reportCaughtUp();
            double fetches = fetches(from);
            if (fetches != fetchesSeen && isAbreast(from, partitions)) {
                freshness.abreast();
            }
            fetchesSeen = fetches;
        }
    }

    private List<TopicPartition> awaitPartitions(KafkaConsumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = from.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no such topic yet");
        }
        return partitions;
    }

    private void reportCaughtUp() {
        Map<TopicPartition, Long> end = endAtStart;
        if (!freshness.regionRead()
                && end != null
                && end.entrySet().stream().allMatch(e -> positions.getOrDefault(e.getKey(), 0L) >= e.getValue())) {
            intake.caughtUp();
            freshness.regionWasRead();
            LOG.infof("configuration topic %s is read", topic);
        }
    }

    /** poll() says nothing about a broker that is gone, but answered fetches are counted. */
    private static double fetches(KafkaConsumer<byte[], byte[]> from) {
        return from.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("fetch-total")
                        && entry.getKey().tags().size() == 1)
                .map(Map.Entry::getValue)
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                .sum();
    }

    private static boolean isAbreast(KafkaConsumer<byte[], byte[]> from, List<TopicPartition> partitions) {
        return partitions.stream().allMatch(partition -> {
            OptionalLong lag = from.currentLag(partition);
            return lag.isPresent() && lag.getAsLong() == 0;
        });
    }

    private void pause(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
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
