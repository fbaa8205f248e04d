package dev.tollgate.control.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes requests from their topic, a batch at a time: decides and writes in one transaction, then answers, then commits the
 * offsets. Whatever fails between two of these, the batch comes again, here or elsewhere, and means the same again.
 */
final class RequestTurns {
    private static final Duration POLL_MAX = Duration.ofMillis(500);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final StoredLedger ledger;
    private final GrantSender sender;
    private final RequestReader reader;
    private final LedgerMeter meter;
    private final InstantSource clock;

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

    /** Waits a while for requests. Answers how many came. */
    int next() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL_MAX);
        meter.lag(lag());
        if (records.isEmpty()) {
            return 0;
        }
        long began = System.nanoTime();
        List<Word> words = reader.read(records);
        List<Addressed> answers = words.isEmpty() ? List.of() : ledger.hear(words, clock.instant());
        sender.send(answers);
        consumer.commitSync(ANSWER_MAX);
        meter.answered(answers, Duration.ofNanos(System.nanoTime() - began));
        return records.count();
    }

    /** Of the partitions that are this process's, as far as it knows. */
    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** After a failure: goes back to what was answered last. */
    void rewind() {
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
