package dev.tollgate.control.publish;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the planes need, created where they are missing and left alone where they are there. */
final class TopicLayout {
    private static final Duration EVENTS_KEPT = Duration.ofDays(7);
    private static final Duration SYNC_KEPT = Duration.ofDays(1);
    private static final Duration SESSIONS_KEPT = Duration.ofDays(1);
    private static final Duration QUOTA_KEPT = Duration.ofDays(1);
    private static final int STATUS_PARTITIONS = 1;

    private TopicLayout() {}

    static List<NewTopic> of(List<Region> regions) {
        List<NewTopic> topics = new ArrayList<>();
        for (Region region : regions) {
            topics.add(compacted(Topics.config(region), Topics.TENANT_PARTITIONS));
            topics.add(kept(Topics.sync(region), SYNC_KEPT));
            topics.add(kept(Topics.sessions(region), SESSIONS_KEPT));
            topics.add(kept(Topics.quotaGrants(region), QUOTA_KEPT));
        }
        topics.add(compacted(Topics.STATUS, STATUS_PARTITIONS));
        topics.add(compacted(Topics.CATALOG, Topics.TENANT_PARTITIONS));
        topics.add(kept(Topics.EVENTS, EVENTS_KEPT));
        topics.add(kept(Topics.QUOTA_REQUESTS, QUOTA_KEPT));
        return topics;
    }

    /** Throws {@link KafkaException} if Kafka is away. */
    static void ensure(String bootstrapServers, List<Region> regions) throws InterruptedException {
        try (Admin admin = Admin.create(Broker.admin(bootstrapServers))) {
            CreateTopicsResult result = admin.createTopics(of(regions));
            for (var topic : result.values().values()) {
                try {
                    topic.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("topics cannot be created", e);
                    }
                }
            }
        }
    }

    private static NewTopic compacted(String name, int partitions) {
        return topic(name, partitions)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static NewTopic kept(String name, Duration kept) {
        return topic(name, Topics.TENANT_PARTITIONS)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(kept.toMillis())));
    }

    /** With the cluster's own default replication. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }
}
