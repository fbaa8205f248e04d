package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.ingest.EventReader.Reading;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void an_event_is_read_with_its_place() {
        ToolCallEvent event = event(NOW);

        var reading = EventReader.read(new LogRecord(3, 17, WireJson.encode(event)), NOW);

        assertThat(reading).isEqualTo(new Reading.Event(new CallRow(event, 3, 17)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "secret-payload",
                "{\"callId\":\"secret-payload\"}",
                "{\"callId\":{\"deep\":\"secret-payload\"}}",
                "{}",
                "\"\\ud800\""
            })
    void what_is_no_event_is_refused_in_fixed_words(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8))).isIn("is not a tool-call event", "lacks a member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callId", "gateway", "boot", "startedAt", "tenant", "region", "method", "status"})
    void a_member_that_is_always_there_is_missed(String member) {
        String json = new String(WireJson.encode(event(NOW)), StandardCharsets.UTF_8);
        String without = json.replaceFirst("\"" + member + "\":\"[^\"]*\",", "");

        assertThat(without).isNotEqualTo(json);
        assertThat(refusal(without.getBytes(StandardCharsets.UTF_8)))
                .isIn("is not a tool-call event", "lacks a member");
    }

    @ParameterizedTest
    @CsvSource({"-P31D, ''", "-P31DT1S, started more than 31 days ago", "P1D, ''", "P1DT1S, starts in the future"})
    void a_start_far_from_now_is_refused(Duration from, String reason) {
        byte[] value = WireJson.encode(event(NOW.plus(from)));

        assertThat(refusal(value)).isEqualTo(reason.isEmpty() ? null : reason);
    }

    @ParameterizedTest
    @CsvSource({
        "costNanos, 999999999999999999, true",
        "costNanos, 1000000000000000000, false",
        "requestBytes, -1, false",
        "upstreamMicros, -1, false",
        "sequence, 0, false"
    })
    void figures_that_the_store_cannot_hold_are_refused(String member, String value, boolean accepted) {
        String json = new String(WireJson.encode(event(NOW)), StandardCharsets.UTF_8)
                .replaceFirst("\"" + member + "\":\\d+", "\"" + member + "\":" + value);

        assertThat(refusal(json.getBytes(StandardCharsets.UTF_8)) == null).isEqualTo(accepted);
    }

    @Test
    void what_took_of_more_leases_than_a_call_can_is_refused() {
        String lease = new LeaseId(new LimitId(new UUID(0, 1)), new UUID(0, 2), 1).toString();
        String most = ("{\"lease\":\"" + lease + "\",\"amount\":1},").repeat(ChargedEvent.CHARGES_MAX);

        assertThat(withCharges(most.substring(0, most.length() - 1))).isNull();
        assertThat(withCharges(most + "{\"lease\":\"" + lease + "\",\"amount\":1}"))
                .isEqualTo("took of more than 128 leases");
        assertThat(withCharges("{\"amount\":1}")).isEqualTo("took of a lease that it does not name");
        assertThat(withCharges("{\"lease\":\"" + lease + "\",\"amount\":-1}")).isEqualTo("is not a tool-call event");
        assertThat(withCharges("null")).isEqualTo("is not a tool-call event");
    }

    @Test
    void tokens_that_the_store_cannot_hold_are_refused() {
        String named =
                "\"definitions\":1,\"arguments\":1,\"result\":1,\"encoding\":\"bytes/4\",\"costNanos\":0,\"model\":\"";

        assertThat(withTokens("{" + named + "m".repeat(256) + "\"}")).isNull();
        assertThat(withTokens("{" + named + "m".repeat(257) + "\"}"))
                .isEqualTo("names a model in more than 256 characters");
        assertThat(withTokens("{\"definitions\":1,\"arguments\":1,\"result\":1,\"costNanos\":0}"))
                .isEqualTo("counts tokens and does not say how");
        String priced = "\",\"modelId\":\"" + Events.MODEL + "\",\"version\":";
        String dear = named.replace("\"costNanos\":0", "\"costNanos\":1000000000000000000") + "m" + priced + "1}";
        assertThat(withTokens("{" + dear)).isEqualTo("has tokens for more than 999999999.999999999 dollars");
        assertThat(withTokens("{" + named + "m" + priced + "0}")).isEqualTo("has a version of rates below 1");
        assertThat(withTokens("{" + named.replace("\"result\":1", "\"result\":-1") + "m\"}"))
                .isEqualTo("is not a tool-call event");
    }

    @Test
    void an_event_from_before_tokens_were_counted_is_read() {
        String json = new String(WireJson.encode(event(NOW)), StandardCharsets.UTF_8);

        assertThat(refusal(without(json).getBytes(StandardCharsets.UTF_8))).isNull();
    }

    private static String without(String json) {
        return json.replaceFirst(",\"tokens\":.*$", "}");
    }

    private static @Nullable String withTokens(String tokens) {
        String json = without(new String(WireJson.encode(event(NOW)), StandardCharsets.UTF_8));
        String with = json.substring(0, json.length() - 1) + ",\"tokens\":" + tokens + "}";
        return refusal(with.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String withCharges(String charges) {
        String json = new String(WireJson.encode(event(NOW)), StandardCharsets.UTF_8);
        String with = json.substring(0, json.length() - 1) + ",\"charges\":[" + charges + "]}";
        return refusal(with.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void too_long_a_record_is_refused_unread() {
        byte[] long_ = new byte[EventReader.VALUE_BYTES_MAX + 1];
        Arrays.fill(long_, (byte) ' ');

        assertThat(refusal(long_)).isEqualTo("is longer than 81920 bytes");
        assertThat(refusal(null)).isEqualTo("has no value");
    }

    private static @Nullable String refusal(byte @Nullable [] value) {
        return switch (EventReader.read(new LogRecord(0, 1, value), NOW)) {
            case Reading.Event _ -> null;
            case Reading.Refused(Rejection rejection) -> rejection.reason();
        };
    }

    private static ToolCallEvent event(Instant startedAt) {
        return Events.event(Events.boot("gateway-1"), 1, Events.ACME, startedAt);
    }
}
