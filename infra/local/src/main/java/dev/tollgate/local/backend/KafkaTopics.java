package dev.tollgate.local.backend;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Tollgate's topics, on one node and so with one replica. */
final class KafkaTopics {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private KafkaTopics() {}

    /** Makes those that are not there. */
    static void ensure(String bootstrapServers, List<Region> regions) throws IOException, InterruptedException {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "default.api.timeout.ms", (int) TIMEOUT.toMillis());
        try (var admin = Admin.create(settings)) {
            for (var created : admin.createTopics(topics(regions)).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static List<NewTopic> topics(List<Region> regions) {
        var topics = new ArrayList<>(List.of(
                topic(Topics.STATUS, 1, COMPACTED),
                topic(Topics.CATALOG, Topics.TENANT_PARTITIONS, COMPACTED),
                topic(Topics.EVENTS, Topics.TENANT_PARTITIONS, kept(Duration.ofDays(7))),
                topic(Topics.QUOTA_REQUESTS, Topics.TENANT_PARTITIONS, kept(Duration.ofDays(1)))));
        for (var region : regions) {
            topics.add(topic(Topics.config(region), Topics.TENANT_PARTITIONS, COMPACTED));
            topics.add(topic(Topics.sync(region), Topics.TENANT_PARTITIONS, kept(Duration.ofDays(1))));
            topics.add(topic(Topics.sessions(region), Topics.TENANT_PARTITIONS, kept(Duration.ofDays(1))));
            topics.add(topic(Topics.quotaGrants(region), Topics.TENANT_PARTITIONS, kept(Duration.ofDays(1))));
        }
        return topics;
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, partitions, (short) 1).configs(config);
    }

    private static Map<String, String> kept(Duration time) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
    }

    private static void await(String topic, org.apache.kafka.common.KafkaFuture<Void> created)
            throws IOException, InterruptedException {
        try {
            created.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topic " + topic + " could not be made", e);
            }
        } catch (TimeoutException e) {
            throw new IOException("topic " + topic + " was not made within " + TIMEOUT.toSeconds() + " s", e);
        }
    }
}
