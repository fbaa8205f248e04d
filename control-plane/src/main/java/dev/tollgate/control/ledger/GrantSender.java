package dev.tollgate.control.ledger;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Says answers to gateways, all of a limit's in their order. */
final class GrantSender {
    private final Producer<String, byte[]> producer;

    GrantSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Answers on their way. */
    static final class Sent {
        private final List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();

        /** Returns once Kafka has acknowledged all of them, or throws {@link KafkaException}. */
        void await() {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                try {
                    acknowledgement.get();
                } catch (ExecutionException e) {
                    throw new KafkaException("an answer was not acknowledged", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new KafkaException("interrupted", e);
                }
            }
        }
    }

    /** Begins to say them. */
    Sent send(List<Addressed> answers) {
        Sent sent = new Sent();
        Map<Region, Integer> partitions = new HashMap<>();
        for (Addressed answer : answers) {
            String key = QuotaCodec.key(answer.tenant(), answer.answer().lease().limit());
            byte[] value = QuotaCodec.encode(answer.answer());
            for (Region region : answer.regions()) {
                String topic = Topics.quotaGrants(region);
                int count = partitions.computeIfAbsent(
                        region, _ -> producer.partitionsFor(topic).size());
                int partition = Partitions.of(answer.tenant(), count);
                sent.acknowledgements.add(producer.send(new ProducerRecord<>(topic, partition, key, value)));
            }
        }
        return sent;
    }
}
