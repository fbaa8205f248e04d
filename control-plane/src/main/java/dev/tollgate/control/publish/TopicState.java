package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.MalformedRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a reader of a configuration topic has at its end: the hash of each live value, and each tenant's revision. */
final class TopicState {
    private static final Logger LOG = Logger.getLogger(TopicState.class);
    private static final Duration POLL_MAX = Duration.ofMillis(200);

    private final Map<TenantId, Map<String, String>> hashes = new HashMap<>();
    private final Map<TenantId, Map<String, String>> connections = new HashMap<>();
    private final Map<TenantId, ConfigHead> heads = new HashMap<>();
    private final Predicate<ConfigHead> ours;

    /**
     * @param ours which heads count; another's is as good as none
     */
    TopicState(Predicate<ConfigHead> ours) {
        this.ours = ours;
    }

    static TopicState read(String bootstrapServers, String topic, Predicate<ConfigHead> ours) {
        TopicState state = new TopicState(ours);
        try (KafkaConsumer<String, byte[]> reader = Broker.reader(bootstrapServers)) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL_MAX).forEach(entry -> state.add(entry.key(), entry.value()));
            }
        }
        return state;
    }

    void add(String text, byte @Nullable [] value) {
        try {
            ConfigKey key = ConfigKey.parse(text);
            if (key.kind() == ConfigKind.HEAD) {
                addHead(key, value);
            } else if (key.kind() == ConfigKind.CONNECTION) {
                add(connections, key, value);
            } else {
                add(hashes, key, value);
            }
        } catch (IllegalArgumentException | MalformedRecord e) {
            LOG.warnf("a configuration record is not one of ours and is passed over: %s", e.getMessage());
        }
    }

    private static void add(Map<TenantId, Map<String, String>> to, ConfigKey key, byte @Nullable [] value) {
        Map<String, String> ofTenant = to.computeIfAbsent(key.tenant(), _ -> new HashMap<>());
        if (value == null) {
            ofTenant.remove(key.withinTenant());
        } else {
            ofTenant.put(key.withinTenant(), ConfigDigest.ofValue(value));
        }
    }

    private void addHead(ConfigKey key, byte @Nullable [] value) {
        if (value == null) {
            heads.remove(key.tenant());
        } else {
            ConfigHead head = ConfigCodec.decodeHead(key, value);
            heads.put(head.tenant(), head);
        }
    }

    Standing standing(TenantId tenant) {
        ConfigHead last = heads.get(tenant);
        ConfigHead head = last != null && ours.test(last) ? last : null;
        return new Standing(
                head == null ? 0 : head.epochOrZero(),
                head == null ? -1 : head.revision(),
                ConfigDigest.of(hashes.getOrDefault(tenant, Map.of())),
                ConfigDigest.of(connections.getOrDefault(tenant, Map.of())));
    }

    /** {@code kind/id} of each resource and connection of a tenant on the topic. */
    Set<String> keys(TenantId tenant) {
        Set<String> keys = new HashSet<>(hashes.getOrDefault(tenant, Map.of()).keySet());
        keys.addAll(connections.getOrDefault(tenant, Map.of()).keySet());
        return keys;
    }
}
