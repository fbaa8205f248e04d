package dev.tollgate.bench.overload;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The ledger's rules over rows in memory, for a region without a control plane. Ends with {@link #close}. */
public final class StandInLedger implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Region region;
    private final Ledger ledger = new Ledger(LeaseTerms.STANDARD, LedgerRows.none());
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;

    public StandInLedger(String bootstrapServers, Region region, List<QuotaLimit> limits) {
        this.region = region;
        limits.forEach(ledger::limit);
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer.assign(consumer.partitionsFor(Topics.QUOTA_REQUESTS).stream()
                .map(partition -> new TopicPartition(Topics.QUOTA_REQUESTS, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        thread = Thread.ofPlatform().name("ledger").start(this::serve);
    }

    private void serve() {
        try (consumer;
                producer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                    hear(entry);
                }
                ledger.tick(Instant.now());
            }
        } catch (WakeupException _) {
            // It was closed.
        }
    }

    private void hear(ConsumerRecord<String, byte[]> entry) {
        if (QuotaCodec.isBoot(entry.key())) {
            return;
        }
        for (QuotaAnswer answer : ledger.receive(QuotaCodec.decodeRequest(entry.key(), entry.value()), Instant.now())) {
            String key = QuotaCodec.key(
                    QuotaCodec.tenant(entry.key()), answer.lease().limit());
            int partition = Partitions.of(QuotaCodec.tenant(entry.key()), Topics.TENANT_PARTITIONS);
            producer.send(new ProducerRecord<>(Topics.quotaGrants(region), partition, key, QuotaCodec.encode(answer)));
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
