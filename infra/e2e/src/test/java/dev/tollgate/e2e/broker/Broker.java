package dev.tollgate.e2e.broker;

import dev.tollgate.e2e.stack.Tollgate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka, as somebody meets it who may read and write every topic. */
public final class Broker {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> address;

    public Broker(Tollgate tollgate) {
        this.address = Map.of("bootstrap.servers", tollgate.config("tollgate.kafka.bootstrap-servers"));
    }

    /** All but Kafka's own. */
    public Set<String> topics() {
        try (var admin = Admin.create(address)) {
            return admin.listTopics().names().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not name its topics", e);
        }
    }

    public int partitions(String topic) {
        try (var consumer = consumer()) {
            return consumer.partitionsFor(topic).size();
        }
    }

    /** All that the topic holds at this moment, each partition in its order. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = consumer()) {
            var partitions = IntStream.range(0, consumer.partitionsFor(topic).size())
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /** Writes one record and returns when the broker has it. */
    public void write(String topic, int partition, byte[] key, byte[] value) {
        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka took no record for " + topic, e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(address, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
