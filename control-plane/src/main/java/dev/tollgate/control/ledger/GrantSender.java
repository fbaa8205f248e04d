package dev.tollgate.control.ledger;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns once Kafka has acknowledged all of them, or throws {@link KafkaException}. */
    void send(List<Addressed> answers) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(answers.size());
        for (Addressed answer : answers) {
            String key = QuotaCodec.key(answer.tenant(), answer.answer().lease().limit());
            byte[] value = QuotaCodec.encode(answer.answer());
            for (Region region : answer.regions()) {
                String topic = Topics.quotaGrants(region);
                int partition = Partitions.of(
                        answer.tenant(), producer.partitionsFor(topic).size());
                acknowledgements.add(producer.send(new ProducerRecord<>(topic, partition, key, value)));
            }
        }
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
