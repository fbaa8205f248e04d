package dev.tollgate.control.catalog;

import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamChallenge;
import dev.tollgate.model.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads gateways' reports, and what servers said to them of tokens, on a thread of its own. An offset is committed after the transaction that applied the report:
 * a crash between them applies it again, which changes nothing.
 */
final class CatalogConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CatalogConsumer.class);
    private static final String GROUP = "tollgate-control-catalog";
    private static final Duration POLL_MAX = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 2_000;
    private static final long LEAVE_MILLIS_MAX = 5_000;
    /** Few, because each may take a transaction over thousands of tools. */
    private static final int POLL_RECORDS_MAX = 10;

    private final String bootstrapServers;
    private final Consumer<CatalogReport> reports;
    private final Consumer<UpstreamChallenge> challenges;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    CatalogConsumer(String bootstrapServers, Consumer<CatalogReport> reports, Consumer<UpstreamChallenge> challenges) {
        this.bootstrapServers = bootstrapServers;
        this.reports = reports;
        this.challenges = challenges;
        this.thread = Thread.ofPlatform().name("catalog-consumer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The thread is woken and not interrupted, or its consumer could not take its leave of the group. */
    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(LEAVE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        while (!isClosing()) {
            try (KafkaConsumer<String, byte[]> opened = open()) {
                consumer = opened;
                opened.subscribe(List.of(Topics.CATALOG));
                while (!isClosing()) {
                    applyAll(opened, opened.poll(POLL_MAX));
                }
            } catch (WakeupException e) {
                LOG.debug("catalog consumer woken to close", e);
            } catch (RuntimeException e) {
                if (!isClosing()) {
                    LOG.warn("reading the catalog stopped and is tried again", e);
                    pause();
                }
            }
        }
    }

    private void applyAll(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        records.forEach(this::apply);
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
    }

    private void apply(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() == null) {
            return;
        }
        try {
            if (UpstreamChallenge.isKey(entry.key())) {
                challenges.accept(WireJson.decode(entry.value(), UpstreamChallenge.class));
            } else {
                reports.accept(WireJson.decode(entry.value(), CatalogReport.class));
            }
        } catch (MalformedRecord e) {
            LOG.warnf("catalog record passed over: partition %d, offset %d", entry.partition(), entry.offset());
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                POLL_RECORDS_MAX);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            var _ = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }
}
