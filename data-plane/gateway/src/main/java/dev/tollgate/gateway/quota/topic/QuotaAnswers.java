package dev.tollgate.gateway.quota.topic;

import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the ledger says to the region's gateways, from now on and for ever, and takes what is to this one. Every gateway hears all of it, so there is
 * no group; what was said before it came, or while it was away, was said to nobody who waits for it.
 */
public final class QuotaAnswers implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(QuotaAnswers.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int FETCH_WAIT_MILLIS_MAX = 250;
    private static final int RECONNECT_MILLIS_MAX = 1_000;

    private final Map<String, Object> config;
    private final String topic;
    private final byte[] boot;
    private final BiConsumer<TenantId, QuotaAnswer> heard;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;
    private boolean told;

    /** @param heard takes what is said to the leases of this process */
    public QuotaAnswers(
            String bootstrapServers, GatewayBoot boot, String clientId, BiConsumer<TenantId, QuotaAnswer> heard) {
        this.topic = Topics.quotaGrants(boot.region());
        this.boot = boot.boot().toString().getBytes(StandardCharsets.US_ASCII);
        this.heard = heard;
        this.config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS_MAX,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS_MAX);
    }

    @Override
    public void run() {
        while (!isClosed()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                open = consumer;
                read(consumer);
            } catch (WakeupException e) {
                LOG.trace("woken up to end", e);
            } catch (KafkaException e) {
                if (!told) {
                    LOG.warnf("the ledger's answers on %s cannot be read (%s); trying again", topic, e);
                    told = true;
                }
                pause();
            } finally {
                open = null;
            }
        }
        done.countDown();
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no such topic yet");
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        told = false;
        while (!isClosed()) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                take(each);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> each) {
        if (each.value() == null || !QuotaCodec.mayBeTo(boot, each.value())) {
            return;
        }
        try {
            String key = new String(each.key(), StandardCharsets.UTF_8);
            heard.accept(QuotaCodec.tenant(key), QuotaCodec.decodeAnswer(key, each.value()));
        } catch (MalformedRecord e) {
            LOG.warnf("a word of the ledger is passed over: partition=%d offset=%d", each.partition(), each.offset());
        }
    }

    private void pause() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        boolean _ = done.await(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
