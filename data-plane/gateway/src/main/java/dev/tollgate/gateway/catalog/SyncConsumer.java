package dev.tollgate.gateway.catalog;

import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.SyncRequest;
import dev.tollgate.model.wire.WireJson;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Takes the region's requests, of which the group hands each to one gateway. A request is committed when its report is
 * published, so that another gateway takes it if this one dies over it.
 */
final class SyncConsumer implements Runnable, AutoCloseable {
    /** Looks under way at once; requests beyond that wait in Kafka. */
    static final int LOOKS_MAX = 32;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger log = Logger.getLogger(SyncConsumer.class);

    private final String topic;
    private final SyncConsumers consumers;
    private final Function<SyncRequest, CompletableFuture<Void>> look;
    private volatile boolean closed;

    SyncConsumer(String topic, SyncConsumers consumers, Function<SyncRequest, CompletableFuture<Void>> look) {
        this.topic = topic;
        this.consumers = consumers;
        this.look = look;
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = consumers.open()) {
                consume(consumer);
            } catch (WakeupException e) {
                log.trace("woken up to end", e);
            } catch (KafkaException e) {
                log.debug("requests to look at servers cannot be read; trying again", e);
                pause();
            }
        }
    }

    private void consume(Consumer<byte[], byte[]> consumer) {
        ConsumedOffsets offsets = new ConsumedOffsets();
        consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                offsets.lost(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
        while (!closed) {
            if (offsets.underWay() >= LOOKS_MAX) {
                consumer.pause(consumer.assignment());
            } else {
                consumer.resume(consumer.paused());
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                begin(record, offsets);
            }
            Map<TopicPartition, OffsetAndMetadata> commit = offsets.toCommit();
            if (!commit.isEmpty()) {
                consumer.commitSync(commit);
            }
        }
    }

    private void begin(ConsumerRecord<byte[], byte[]> record, ConsumedOffsets offsets) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        offsets.began(partition, record.offset());
        try {
            SyncRequest request = WireJson.decode(record.value(), SyncRequest.class);
            look.apply(request).whenComplete((nothing, failure) -> {
                if (failure != null) {
                    log.warnf("a look was not reported: server=%s: %s", request.server(), failure.toString());
                }
                offsets.done(partition, record.offset());
            });
        } catch (MalformedRecord e) {
            log.warnf("a request is passed over: partition=%d offset=%d", record.partition(), record.offset());
            offsets.done(partition, record.offset());
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
    }
}
