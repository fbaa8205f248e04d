package dev.tollgate.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.Samples;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What gateways and the ledger say is read back as it was said, and under its own key alone. */
class QuotaCodecTest {
    private static final LimitId LIMIT = LimitId.of("01980000-0000-7000-8000-00000000000d");
    private static final UUID BOOT = UUID.fromString("01980000-0000-7000-8000-000000000009");
    private static final LeaseId LEASE = new LeaseId(LIMIT, BOOT, 3);
    private static final Instant AT = Instant.parse("2026-11-01T02:47:00.123Z");
    private static final String KEY = QuotaCodec.key(Samples.TENANT, LIMIT);

    static QuotaRequest[] requests() {
        return new QuotaRequest[] {
            new LeaseRequest(LEASE, new GatewayId("gateway-1"), 700_000, 7_000_000, AT), new LeaseReport(LEASE, 1, true)
        };
    }

    static QuotaAnswer[] answers() {
        return new QuotaAnswer[] {
            new LeaseGrant(LEASE, 7_000_000, 1, AT, AT, AT, AT),
            new LeaseDenial(LEASE, 1, 2, AT, AT),
            new LeaseRecall(LEASE),
            new LeaseSettled(LEASE)
        };
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_read_back(QuotaRequest request) {
        assertThat(QuotaCodec.decodeRequest(KEY, QuotaCodec.encode(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_to_the_process_that_it_names_and_to_no_other(QuotaAnswer answer) {
        byte[] bytes = QuotaCodec.encode(answer);
        UUID other = new UUID(BOOT.getMostSignificantBits(), BOOT.getLeastSignificantBits() + 1);

        assertThat(QuotaCodec.mayBeTo(ascii(BOOT), bytes)).isTrue();
        assertThat(QuotaCodec.mayBeTo(ascii(other), bytes)).isFalse();
    }

    private static byte[] ascii(UUID boot) {
        return boot.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_read_back(QuotaAnswer answer) {
        assertThat(QuotaCodec.decodeAnswer(KEY, QuotaCodec.encode(answer))).isEqualTo(answer);
    }

    @Test
    void the_end_of_a_process_is_read_back_and_has_a_key_of_its_own() {
        BootEnded ended = new BootEnded(BOOT, 41);

        assertThat(QuotaCodec.decodeBootEnded(QuotaCodec.key(ended), QuotaCodec.encode(ended)))
                .isEqualTo(ended);
        assertThat(QuotaCodec.isBoot(QuotaCodec.key(ended))).isTrue();
        assertThat(QuotaCodec.isBoot(KEY)).isFalse();
    }

    @Test
    void the_words_on_the_wire_are_these() {
        assertThat(new String(QuotaCodec.encode(requests()[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"report\",\"lease\":\"" + LEASE + "\",\"ceiling\":1,\"last\":true}");
    }

    @Test
    void nothing_is_read_under_the_key_of_another() {
        String other = QuotaCodec.key(Samples.TENANT, LimitId.of("01980000-0000-7000-8000-00000000000f"));

        assertThatThrownBy(() -> QuotaCodec.decodeRequest(other, QuotaCodec.encode(requests()[0])))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> QuotaCodec.decodeAnswer(other, QuotaCodec.encode(answers()[0])))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> QuotaCodec.decodeRequest("no key", QuotaCodec.encode(requests()[0])))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(
                        () -> QuotaCodec.decodeBootEnded(LIMIT.toString(), QuotaCodec.encode(new BootEnded(BOOT, 1))))
                .isInstanceOf(MalformedRecord.class);
        assertThat(QuotaCodec.tenant(KEY)).isEqualTo(Samples.TENANT);
    }
}
