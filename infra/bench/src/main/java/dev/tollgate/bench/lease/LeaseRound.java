package dev.tollgate.bench.lease;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Gateways that each ask for a lease of each limit, give it back when it is granted, and ask for the next. So as many requests
 * wait at any time as there are pairs of both, and a lease costs two messages there and two back.
 */
public final class LeaseRound implements AutoCloseable {
    private static final Region REGION = new Region("local");
    private static final GatewayId GATEWAY = new GatewayId("bench");
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
    private static final long AMOUNT = 1_000_000;

    private final OpenLimits open;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    /** That of the tenant, as gateways have it. */
    private final int partition;

    private final Map<LeaseId, Long> askedNanos = new HashMap<>();

    /** @param bootstrapServers of a region whose control plane runs */
    public LeaseRound(String bootstrapServers, OpenLimits open) {
        this.open = open;
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
        partition = Partitions.of(
                open.tenant(), producer.partitionsFor(Topics.QUOTA_REQUESTS).size());
        consumer = new KafkaConsumer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = Topics.quotaGrants(REGION);
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /**
     * What was granted.
     *
     * @param granted warm-up and all
     */
    public record Result(long granted, double perSecond, Histogram micros) {}

    /**
     * @param gateways how many ask for each of the limits at once
     * @param limits of how many
     * @throws IOException if nothing is answered
     */
    public Result run(int gateways, int limits, Duration warmUp, Duration measured) throws IOException {
        askedNanos.clear();
        for (int gateway = 0; gateway < gateways; gateway++) {
            UUID boot = UUID.randomUUID();
            open.limits().subList(0, limits).forEach(limit -> ask(new LeaseId(limit, boot, 1)));
        }
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        Histogram micros = new Histogram(3);
        long heardNanos = System.nanoTime();
        long granted = 0;
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                heardNanos = System.nanoTime();
                if (QuotaCodec.decodeAnswer(entry.key(), entry.value()) instanceof LeaseGrant grant) {
                    long took = next(grant.lease());
                    granted++;
                    if (took >= 0 && heardNanos >= begin) {
                        micros.recordValue(took / 1_000);
                    }
                }
            }
            if (System.nanoTime() - heardNanos > SILENCE_MAX.toNanos()) {
                throw new IOException("no lease was granted for " + SILENCE_MAX.toSeconds() + " s");
            }
        }
        return new Result(granted, micros.getTotalCount() / (measured.toNanos() / 1e9), micros);
    }

    /** Returns how long it took, in nanoseconds, or -1 if nobody waits for it. */
    private long next(LeaseId granted) {
        Long asked = askedNanos.remove(granted);
        if (asked == null) {
            return -1;
        }
        send(granted.limit(), new LeaseReport(granted, AMOUNT / 2, true));
        ask(new LeaseId(granted.limit(), granted.boot(), granted.number() + 1));
        return System.nanoTime() - asked;
    }

    private void ask(LeaseId lease) {
        askedNanos.put(lease, System.nanoTime());
        send(lease.limit(), new LeaseRequest(lease, GATEWAY, 1, AMOUNT, Instant.now()));
    }

    private void send(LimitId limit, QuotaRequest request) {
        producer.send(new ProducerRecord<>(
                Topics.QUOTA_REQUESTS, partition, QuotaCodec.key(open.tenant(), limit), QuotaCodec.encode(request)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
