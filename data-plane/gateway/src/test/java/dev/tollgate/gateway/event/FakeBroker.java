package dev.tollgate.gateway.event;

import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.wire.WireJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of several partitions, and producers that take records when told to. */
final class FakeBroker {
    static final int PARTITIONS = 3;
    private static final Node NODE = new Node(1, "127.0.0.1", 9092);

    final TreeMap<Integer, List<ToolCallEvent>> partitions = new TreeMap<>();
    boolean down;
    private Outlet current = new Outlet();

    Outlet newProducer() {
        current = new Outlet();
        return current;
    }

    void accept(int records) {
        for (int i = 0; i < records && !current.pending.isEmpty(); i++) {
            current.take(true);
        }
    }

    /** The oldest record fails; whether it was written all the same is left to the caller. */
    void refuse(boolean written) {
        if (!current.pending.isEmpty()) {
            Pending first = written ? current.take(false) : current.pending.removeFirst();
            first.callback.onCompletion(null, new NotLeaderOrFollowerException("told to"));
        }
    }

    /** The producer's process is gone; what it had sent may be written without its knowing. */
    void lose(int written) {
        for (int i = 0; i < written && !current.pending.isEmpty(); i++) {
            current.take(false);
        }
        current.pending.clear();
    }

    boolean isIdle() {
        return current.pending.isEmpty();
    }

    record Pending(ProducerRecord<byte[], byte[]> record, Callback callback) {}

    final class Outlet extends MockProducer<byte[], byte[]> {
        final Deque<Pending> pending = new ArrayDeque<>();

        Outlet() {
            super(cluster(), false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (closed()) {
                throw new IllegalStateException("closed");
            }
            if (down) {
                callback.onCompletion(null, new TimeoutException("no metadata"));
            } else {
                pending.addLast(new Pending(record, callback));
            }
            return new CompletableFuture<>();
        }

        Pending take(boolean acknowledged) {
            Pending first = pending.removeFirst();
            partitions
                    .computeIfAbsent(first.record.partition(), p -> new ArrayList<>())
                    .add(WireJson.decode(first.record.value(), ToolCallEvent.class));
            if (acknowledged) {
                first.callback.onCompletion(null, null);
            }
            return first;
        }

        @Override
        public void close(Duration timeout) {
            super.close(timeout);
            List<Pending> left = List.copyOf(pending);
            pending.clear();
            left.forEach(one -> one.callback.onCompletion(null, new TimeoutException("closed")));
        }
    }

    private static Cluster cluster() {
        List<PartitionInfo> infos = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            infos.add(new PartitionInfo("tollgate.events", i, NODE, new Node[] {NODE}, new Node[] {NODE}));
        }
        return new Cluster("c", List.of(NODE), infos, Set.of(), Set.of());
    }
}
