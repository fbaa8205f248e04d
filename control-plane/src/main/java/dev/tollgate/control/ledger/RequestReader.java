package dev.tollgate.control.ledger;

import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.QuotaCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Reads what gateways say. What is none of it is passed over: it would be none the next time either. */
final class RequestReader {
    /** A request is some 300 bytes. */
    static final int VALUE_BYTES_MAX = 4 * 1024;

    private static final Logger LOG = Logger.getLogger(RequestReader.class);

    private final LedgerMeter meter;

    RequestReader(LedgerMeter meter) {
        this.meter = meter;
    }

    List<Word> read(ConsumerRecords<String, byte[]> records) {
        List<Word> words = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> entry : records) {
            read(entry).ifPresent(words::add);
        }
        return words;
    }

    private Optional<Word> read(ConsumerRecord<String, byte[]> entry) {
        byte[] value = entry.value();
        if (entry.key() != null && value != null && value.length <= VALUE_BYTES_MAX) {
            try {
                return Optional.of(word(entry.key(), value));
            } catch (MalformedRecord e) {
                // Its message quotes the record, so it is not passed on.
                LOG.debugf("malformed: %s", e.getClass());
            }
        }
        if (meter.malformed.getAndIncrement() == 0) {
            LOG.warnf("quota record passed over: partition %d, offset %d", entry.partition(), entry.offset());
        }
        return Optional.empty();
    }

    private static Word word(String key, byte[] value) {
        return QuotaCodec.isBoot(key)
                ? new Word.Ended(QuotaCodec.decodeBootEnded(key, value))
                : new Word.Asked(QuotaCodec.tenant(key), QuotaCodec.decodeRequest(key, value));
    }
}
