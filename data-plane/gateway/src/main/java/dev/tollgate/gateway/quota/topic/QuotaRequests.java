package dev.tollgate.gateway.quota.topic;

import dev.tollgate.gateway.quota.LedgerLine;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says to the ledger, on {@link Topics#QUOTA_REQUESTS}, what the keeper of the leases says. */
public final class QuotaRequests implements LedgerLine, AutoCloseable {
    /** Words that wait to be sent; one more is left out, and said again by whoever keeps the leases. */
    static final int WAITING_MAX = 10_000;

    private static final Logger LOG = Logger.getLogger(QuotaRequests.class);
    private static final int BLOCK_MILLIS_MAX = 1_000;
    /** What is older is said again anyhow. */
    private static final int DELIVERY_MILLIS_MAX = 3_000;

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> config;
    private final QuotaMetrics metrics;
    /** Sending may wait for Kafka, which the keeper of the leases may not. */
    private final ExecutorService sending = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("quota-requests").factory());

    private @Nullable Producer<byte[], byte[]> producer;

    public QuotaRequests(String bootstrapServers, String clientId, QuotaMetrics metrics) {
        this.metrics = metrics;
        config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, clientId,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
    }

    @Override
    public void say(TenantId tenant, QuotaRequest request) {
        later(() -> {
            Producer<byte[], byte[]> open = open();
            int partition = Partitions.of(
                    tenant, open.partitionsFor(Topics.QUOTA_REQUESTS).size());
            String key = QuotaCodec.key(tenant, request.lease().limit());
            send(open, partition, key, QuotaCodec.encode(request), () -> {});
        });
    }

    @Override
    public void say(BootEnded ended, Runnable kept) {
        later(() -> send(open(), null, QuotaCodec.key(ended), QuotaCodec.encode(ended), kept));
    }

    private void later(Runnable work) {
        try {
            sending.execute(() -> {
                try {
                    work.run();
                } catch (KafkaException | IllegalStateException e) {
                    LOG.debug("a word to the ledger was not sent; it is said again", e);
                }
            });
        } catch (RejectedExecutionException e) {
            metrics.boundHit("quota-requests");
        }
    }

    private static void send(
            Producer<byte[], byte[]> open, @Nullable Integer partition, String key, byte[] value, Runnable kept) {
        byte[] keyBytes = key.getBytes(StandardCharsets.US_ASCII);
        open.send(new ProducerRecord<>(Topics.QUOTA_REQUESTS, partition, keyBytes, value), (_, failure) -> {
            if (failure == null) {
                kept.run();
            }
        });
    }

    private Producer<byte[], byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() throws InterruptedException {
        // The keeper has waited for what was to be heard.
        sending.shutdownNow();
        boolean _ = sending.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(CLOSE);
        }
    }
}
