package dev.tollgate.gateway.catalog;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamChallenge;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes reports on {@link Topics#CATALOG}. What Kafka will not take for its size is reported as a failure instead. */
final class CatalogTopic implements CatalogReports, AutoCloseable {
    private static final int REQUEST_BYTES_MAX = 8 << 20;
    private static final int BLOCK_MILLIS_MAX = 10_000;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Map<String, Object> config;
    /** Sending may wait for Kafka, which neither an event loop nor the consumer may. */
    private final ExecutorService sending = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("catalog-reports").factory());

    private @Nullable Producer<byte[], byte[]> producer;

    CatalogTopic(String bootstrapServers, String clientId) {
        config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, clientId,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    }

    @Override
    public CompletableFuture<Void> publish(CatalogReport report) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        send(report.tenant(), report.key(), report, failure -> {
            if (failure instanceof RecordTooLargeException && !report.tools().isEmpty()) {
                publish(withoutTools(report)).whenComplete((nothing, again) -> end(done, again));
            } else {
                end(done, failure);
            }
        });
        return done;
    }

    @Override
    public CompletableFuture<Void> publish(UpstreamChallenge challenge) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        send(challenge.tenant(), challenge.key(), challenge, failure -> end(done, failure));
        return done;
    }

    /**
     * @param ended on any thread; null: it is kept for good
     */
    private void send(TenantId tenant, String key, Object value, Consumer<@Nullable Exception> ended) {
        sending.execute(() -> sendNow(tenant, key, value, ended));
    }

    private void sendNow(TenantId tenant, String key, Object value, Consumer<@Nullable Exception> ended) {
        try {
            Producer<byte[], byte[]> open = open();
            int partitions = open.partitionsFor(Topics.CATALOG).size();
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    Topics.CATALOG,
                    Partitions.of(tenant, partitions),
                    key.getBytes(StandardCharsets.UTF_8),
                    WireJson.encode(value));
            open.send(record, (metadata, failure) -> ended.accept(failure));
        } catch (KafkaException | IllegalStateException e) {
            ended.accept(e);
        }
    }

    private static void end(CompletableFuture<Void> done, @Nullable Throwable failure) {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private static CatalogReport withoutTools(CatalogReport report) {
        return new CatalogReport(
                report.tenant(),
                report.server(),
                report.gateway(),
                report.at(),
                report.upstreamName(),
                report.upstreamVersion(),
                report.protocolVersion(),
                List.of(),
                new CatalogReport.Failure(
                        CatalogReport.Stage.LIST, "The definitions of the server's tools are too large together."));
    }

    private Producer<byte[], byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        sending.execute(() -> {
            if (producer != null) {
                producer.close(CLOSE);
            }
        });
        sending.shutdown();
    }
}
