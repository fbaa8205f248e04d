package dev.tollgate.control.ingest;

import dev.tollgate.model.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The events topic, read without a consumer group: what ClickHouse holds is the only position there is. */
final class KafkaEventLog implements EventLog {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration POLL_MAX = Duration.ofSeconds(1);
    /** The broker gathers this much, or waits this long, so that a trickle does not become an insert for each event. */
    private static final int FETCH_BYTES_MIN = 64 * 1024;

    private static final int FETCH_WAIT_MILLIS_MAX = 250;
    private static final int FETCH_BYTES_MAX = 16 * 1024 * 1024;
    private static final int PARTITION_FETCH_BYTES_MAX = 4 * 1024 * 1024;

    private final UUID id;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private KafkaEventLog(UUID id, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.id = id;
        this.consumer = consumer;
        this.partitions = partitions;
    }

    static KafkaEventLog open(String bootstrapServers) {
        TopicDescription topic = describe(bootstrapServers);
        List<TopicPartition> partitions = topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        var consumer = new KafkaConsumer<>(
                configuration(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions);
        var id = new UUID(
                topic.topicId().getMostSignificantBits(), topic.topicId().getLeastSignificantBits());
        return new KafkaEventLog(id, consumer, partitions);
    }

    private static TopicDescription describe(String bootstrapServers) {
        try (var admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(Topics.EVENTS))
                    .allTopicNames()
                    .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
            return Objects.requireNonNull(topics.get(Topics.EVENTS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IngestFailure("Kafka does not say what " + Topics.EVENTS + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestFailure("interrupted", e);
        }
    }

    private static Map<String, Object> configuration(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                // A position that the log no longer has must not turn into another one silently.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, IngestSession.BATCH_RECORDS_MAX,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES_MIN,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS_MAX,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES_MAX,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_MAX.toMillis());
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Map<Integer, Long> beginnings() {
        return byNumber(consumer.beginningOffsets(partitions));
    }

    @Override
    public Map<Integer, Long> ends() {
        return byNumber(consumer.endOffsets(partitions));
    }

    @Override
    public void seek(Map<Integer, Long> next) {
        next.forEach((partition, offset) -> consumer.seek(new TopicPartition(Topics.EVENTS, partition), offset));
    }

    @Override
    public Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        partitions.forEach(partition -> positions.put(partition.partition(), consumer.position(partition)));
        return positions;
    }

    @Override
    public List<LogRecord> poll() {
        List<LogRecord> records = new ArrayList<>();
        consumer.poll(POLL_MAX)
                .forEach(entry -> records.add(new LogRecord(entry.partition(), entry.offset(), entry.value())));
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> byNumber = new TreeMap<>();
        offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
        return byNumber;
    }
}
