package dev.tollgate.gateway.session;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.jspecify.annotations.Nullable;

/** Says words on {@link Topics#sessions}. */
final class SessionTopic implements SessionWords, AutoCloseable {
    /** Words that wait to be sent; one more is refused. */
    static final int WAITING_MAX = 1_000;

    private static final int BLOCK_MILLIS_MAX = 1_000;
    private static final int DELIVERY_MILLIS_MAX = 3_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> config;
    private final String topic;
    /** Sending may wait for Kafka, which no event loop may. */
    private final ExecutorService sending = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("session-words").factory());

    private @Nullable Producer<byte[], byte[]> producer;

    SessionTopic(String bootstrapServers, Region region, String clientId) {
        topic = Topics.sessions(region);
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
    public CompletableFuture<Void> say(SessionWord word) {
        return send(word, WireJson.encode(word));
    }

    @Override
    public CompletableFuture<Void> takeBack(SessionWord word) {
        return send(word, null);
    }

    private CompletableFuture<Void> send(SessionWord word, byte @Nullable [] value) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            sending.execute(() -> send(word, value, done));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private void send(SessionWord word, byte @Nullable [] value, CompletableFuture<Void> done) {
        try {
            Producer<byte[], byte[]> open = open();
            int partition =
                    Partitions.of(word.tenant(), open.partitionsFor(topic).size());
            byte[] key = word.key().getBytes(StandardCharsets.UTF_8);
            open.send(new ProducerRecord<>(topic, partition, key, value), (_, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            done.completeExceptionally(e);
        }
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
