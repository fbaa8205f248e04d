package dev.tollgate.control.publish;

import dev.tollgate.model.wire.Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends records in their order, each tenant's to its one partition. */
final class Sender {
    private final Producer<String, byte[]> producer;

    Sender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns once Kafka has acknowledged all of them. Throws {@link KafkaException} otherwise; what was sent before the
     * failure is then sent again, which readers do not mind: they judge a tenant's state by its head.
     */
    void send(List<OutboxRecord> records) throws InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
        for (OutboxRecord next : records) {
            int partitions = producer.partitionsFor(next.topic()).size();
            int partition = Partitions.of(next.tenant(), partitions);
            acknowledgements.add(
                    producer.send(new ProducerRecord<>(next.topic(), partition, next.key(), next.value())));
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a record was not acknowledged", e.getCause());
            }
        }
    }
}
