package dev.tollgate.gateway.quota.topic;

import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The ledger in memory, in the control plane's place on the topics, which it makes if they are not there. */
final class TopicLedger implements AutoCloseable {
    final List<BootEnded> ended = new CopyOnWriteArrayList<>();

    private final Ledger ledger = new Ledger(LeaseTerms.STANDARD, new LedgerRows(List.of(), List.of()));
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread;
    private volatile boolean closed;

    TopicLedger(String bootstrapServers, LimitConfig limit) throws Exception {
        ledger.limit(limit.limit());
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            ensure(admin, Topics.QUOTA_REQUESTS);
            ensure(admin, Topics.quotaGrants(RealKafka.REGION));
        }
        while (consumer.partitionsFor(Topics.QUOTA_REQUESTS).isEmpty()) {
            // It was made a moment ago, and the broker does not know yet.
            Thread.sleep(20);
        }
        consumer.assign(consumer.partitionsFor(Topics.QUOTA_REQUESTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private static void ensure(Admin admin, String topic) throws InterruptedException, ExecutionException {
        if (!admin.listTopics().names().get().contains(topic)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    private void run() {
        while (!closed) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::answer);
        }
    }

    private void answer(ConsumerRecord<byte[], byte[]> each) {
        String key = new String(each.key(), StandardCharsets.UTF_8);
        if (QuotaCodec.isBoot(key)) {
            ended.add(QuotaCodec.decodeBootEnded(key, each.value()));
            return;
        }
        for (QuotaAnswer answer : ledger.receive(QuotaCodec.decodeRequest(key, each.value()), Instant.now())) {
            producer.send(
                    new ProducerRecord<>(Topics.quotaGrants(RealKafka.REGION), each.key(), QuotaCodec.encode(answer)));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(5_000);
        consumer.close(Duration.ofSeconds(1));
        producer.close(Duration.ofSeconds(1));
    }
}
