package dev.tollgate.gateway.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which records are done, so that a partition is committed only as far as all before it are. */
final class ConsumedOffsets {
    private final Map<TopicPartition, TreeMap<Long, Boolean>> underWay = new HashMap<>();

    synchronized void began(TopicPartition partition, long offset) {
        underWay.computeIfAbsent(partition, p -> new TreeMap<>()).put(offset, false);
    }

    synchronized void done(TopicPartition partition, long offset) {
        TreeMap<Long, Boolean> offsets = underWay.get(partition);
        if (offsets != null) {
            offsets.replace(offset, true);
        }
    }

    synchronized int underWay() {
        return underWay.values().stream().mapToInt(TreeMap::size).sum();
    }

    /** What can be committed since it was asked last. */
    synchronized Map<TopicPartition, OffsetAndMetadata> toCommit() {
        Map<TopicPartition, OffsetAndMetadata> commit = new HashMap<>();
        underWay.forEach((partition, offsets) -> {
            while (!offsets.isEmpty() && offsets.firstEntry().getValue()) {
                long offset = offsets.pollFirstEntry().getKey();
                commit.put(partition, new OffsetAndMetadata(offset + 1));
            }
        });
        return commit;
    }

    /** Another gateway has these now. */
    synchronized void lost(Collection<TopicPartition> partitions) {
        underWay.keySet().removeAll(partitions);
    }
}
