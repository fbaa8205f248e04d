package dev.tollgate.control.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.wire.QuotaCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));
    private static final LimitId LIMIT = new LimitId(new UUID(0, 1));
    private static final UUID BOOT = new UUID(1, 1);
    private static final String KEY = QuotaCodec.key(TENANT, LIMIT);

    private final LedgerMeter meter = new LedgerMeter();

    private List<Word> read(String key, byte[] value) {
        var partition = new TopicPartition("t", 0);
        return new RequestReader(meter)
                .read(new ConsumerRecords<>(
                        Map.of(partition, List.of(new ConsumerRecord<>("t", 0, 0, key, value))), Map.of()));
    }

    @Test
    void requests_and_ends_are_read_with_whom_their_key_names() {
        var request = new LeaseRequest(new LeaseId(LIMIT, BOOT, 1), new GatewayId("gateway-1"), 1, 2, Instant.EPOCH);
        var ended = new BootEnded(BOOT, 3);

        assertThat(read(KEY, QuotaCodec.encode(request))).containsExactly(new Word.Asked(TENANT, request));
        assertThat(read(QuotaCodec.key(ended), QuotaCodec.encode(ended))).containsExactly(new Word.Ended(ended));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"kind\":\"request\"}",
                "{\"kind\":\"report\",\"ceiling\":1,\"last\":true}",
                "{\"kind\":\"report\",\"lease\":\"x\",\"ceiling\":1,\"last\":true}",
                "{\"boot\":null,\"lastSequence\":1}",
                "{\"kind\":\"report\",\"lease\":"
                        + "\"00000000-0000-0000-0000-000000000002/00000000-0000-0001-0000-000000000001/1\","
                        + "\"ceiling\":1,\"last\":true}"
            })
    void what_says_nothing_or_speaks_of_another_limit_than_its_key_is_passed_over(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);

        assertThat(read(KEY, bytes)).isEmpty();
        assertThat(read(BOOT.toString(), bytes)).isEmpty();
        assertThat(read("no/key", bytes)).isEmpty();
        assertThat(meter.malformed.get()).isEqualTo(3);
    }

    @Test
    void too_long_a_record_is_not_read() {
        assertThat(read(KEY, new byte[RequestReader.VALUE_BYTES_MAX + 1])).isEmpty();
        assertThat(meter.malformed.get()).isEqualTo(1);
    }
}
