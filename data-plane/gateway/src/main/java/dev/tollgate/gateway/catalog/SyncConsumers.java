package dev.tollgate.gateway.catalog;

import dev.tollgate.model.id.Region;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes members of the region's group. */
final class SyncConsumers {
    private static final int POLL_RECORDS_MAX = 16;
    private static final int API_MILLIS_MAX = 15_000;

    private final Map<String, Object> config;

    SyncConsumers(String bootstrapServers, Region region, String clientId) {
        config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, "tollgate-sync-" + region,
                ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_MILLIS_MAX,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_MILLIS_MAX,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS_MAX);
    }

    Consumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
