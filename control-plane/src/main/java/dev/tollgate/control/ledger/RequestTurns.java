package dev.tollgate.control.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests from their topic, a batch at a time: decides and writes in one transaction, then answers, then commits the
 * offsets. While Kafka acknowledges one batch's answers the next is decided already; it is answered when they are. Whatever fails between
 * two of these, what was not committed comes again, here or elsewhere, and means the same again.
 */
final class RequestTurns {
    private static final Logger LOG = Logger.getLogger(RequestTurns.class);
    private static final Duration POLL_MAX = Duration.ofMillis(500);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final StoredLedger ledger;
    private final GrantSender sender;
    private final RequestReader reader;
    private final LedgerMeter meter;
    private final InstantSource clock;
    private @Nullable Turn open;

    /** A batch whose answers are on their way. */
    private record Turn(
            List<Addressed> answers,
            GrantSender.Sent sent,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            long beganNanos) {}

    RequestTurns(
            Consumer<String, byte[]> consumer,
            StoredLedger ledger,
            GrantSender sender,
            LedgerMeter meter,
            InstantSource clock) {
        this.consumer = consumer;
        this.ledger = ledger;
        this.sender = sender;
        this.reader = new RequestReader(meter);
        this.meter = meter;
        this.clock = clock;
    }

    /** Waits a while for requests, or for what is on its way. */
    void next() {
        ConsumerRecords<String, byte[]> records = consumer.poll(open == null ? POLL_MAX : Duration.ZERO);
        meter.lag(lag());
        if (records.isEmpty()) {
            finish();
            return;
        }
        long began = System.nanoTime();
        List<Word> words = reader.read(records);
        List<Addressed> answers = words.isEmpty() ? List.of() : ledger.hear(words, clock.instant());
        Turn before = acknowledged();
        if (before != null) {
            // The next commit says it too, and the one at the end of a busy time is waited for.
            consumer.commitAsync(before.offsets, (_, e) -> {
                if (e != null) {
                    LOG.debug("offsets were not committed", e);
                }
            });
        }
        open = new Turn(answers, sender.send(answers), records.nextOffsets(), began);
    }

    /** Returns when nothing is on its way any more. */
    private void finish() {
        Turn last = acknowledged();
        if (last != null) {
            consumer.commitSync(last.offsets, ANSWER_MAX);
        }
    }

    private @Nullable Turn acknowledged() {
        Turn turn = open;
        if (turn != null) {
            turn.sent.await();
            meter.answered(turn.answers, Duration.ofNanos(System.nanoTime() - turn.beganNanos));
            open = null;
        }
        return turn;
    }

    /** Of the partitions that are this process's, as far as it knows. */
    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** After a failure: goes back to what was answered last. */
    void rewind() {
        try {
            finish();
        } catch (KafkaException e) {
            LOG.debug("what was on its way will be said again", e);
        }
        open = null;
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(consumer.assignment(), ANSWER_MAX);
        for (TopicPartition partition : consumer.assignment()) {
            OffsetAndMetadata position = committed.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }
}
