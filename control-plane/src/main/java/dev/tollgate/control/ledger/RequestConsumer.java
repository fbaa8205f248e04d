package dev.tollgate.control.ledger;

import dev.tollgate.model.wire.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests on a thread of its own, beside other replicas: the group shares the partitions out, and rows are locked where
 * two of them meet while it does.
 */
final class RequestConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RequestConsumer.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final long LEAVE_MILLIS_MAX = 5_000;
    /** In a row, before everything is opened anew. */
    private static final int FAILURES_MAX = 10;

    private final String bootstrapServers;
    private final StoredLedger ledger;
    private final LedgerMeter meter;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private int failuresInARow;

    RequestConsumer(String bootstrapServers, StoredLedger ledger, LedgerMeter meter) {
        this.bootstrapServers = bootstrapServers;
        this.ledger = ledger;
        this.meter = meter;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isClosing()) {
            failuresInARow = 0;
            try (KafkaConsumer<String, byte[]> opened = LedgerKafka.consumer(bootstrapServers);
                    KafkaProducer<String, byte[]> producer = LedgerKafka.producer(bootstrapServers)) {
                consumer = opened;
                opened.subscribe(List.of(Topics.QUOTA_REQUESTS));
                var sender = new GrantSender(producer);
                take(new RequestTurns(opened, ledger, sender, meter, InstantSource.system()));
            } catch (WakeupException e) {
                LOG.debug("ledger woken to close", e);
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void take(RequestTurns turns) {
        while (!isClosing() && failuresInARow < FAILURES_MAX) {
            try {
                turns.next();
                succeeded();
            } catch (WakeupException e) {
                throw e;
            } catch (RuntimeException e) {
                failed(e);
                turns.rewind();
            }
        }
    }

    private void succeeded() {
        if (meter.failure() != null) {
            LOG.info("leases are granted again");
            meter.failure(null);
        }
        failuresInARow = 0;
    }

    /** An outage is told once. */
    private void failed(RuntimeException e) {
        failuresInARow++;
        meter.failures.incrementAndGet();
        if (meter.failure() == null && !isClosing()) {
            LOG.warnf("leases are not granted, and it is tried again until they are: %s", e.getMessage());
        }
        LOG.debug("why leases are not granted", e);
        meter.failure(e.getClass().getSimpleName());
        pause();
    }

    private void pause() {
        try {
            boolean _ = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
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
}
