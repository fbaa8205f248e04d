package dev.tollgate.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventEncoderTest {
    private static final GatewayBoot BOOT = Drafts.boot();

    private static byte[] spooled(EventDraft draft) {
        EventBytes bytes = new EventBytes(EventEncoder.SPOOLED_BYTES_MAX);
        new EventEncoder(BOOT.region()).encode(draft, bytes);
        return Arrays.copyOf(bytes.array(), bytes.length());
    }

    @Test
    void writes_what_the_wire_codec_writes() {
        for (long seed = 0; seed < 2_000; seed++) {
            EventDraft draft = Drafts.random(new Random(seed));
            long sequence = 1 + seed * 37;

            byte[] written = EventEncoder.complete(BOOT, sequence, spooled(draft));

            byte[] expected = WireJson.encode(Drafts.event(draft, BOOT, sequence));
            assertThat(new String(written, StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_event_reads_back_as_recorded() {
        EventDraft draft = Drafts.of(new TenantId(UUID.randomUUID()));

        byte[] written = EventEncoder.complete(BOOT, 7, spooled(draft));

        assertThat(WireJson.decode(written, ToolCallEvent.class)).isEqualTo(Drafts.event(draft, BOOT, 7));
        assertThat(EventEncoder.tenant(spooled(draft))).isEqualTo(draft.tenant().value());
    }

    @Test
    void the_longest_and_worst_text_still_fits() {
        String worst = "\u0001".repeat(100_000);
        EventDraft draft = new EventDraft(
                UUID.randomUUID(),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                new TenantId(UUID.randomUUID()),
                new Holder(null, worst, null, worst, worst, null, worst, null, worst, null, worst, null, worst),
                worst,
                worst,
                worst,
                worst,
                worst,
                worst,
                null,
                worst,
                worst,
                worst,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                new Cost(
                        Long.MAX_VALUE,
                        new PriceId(UUID.randomUUID()),
                        Long.MAX_VALUE,
                        Collections.nCopies(PriceTerms.COMPONENTS_MAX, Long.MAX_VALUE),
                        new CountBefore(Long.MAX_VALUE, false),
                        Collections.nCopies(TierAccounts.TIERS_MAX + PriceTerms.COMPONENTS_MAX, Long.MIN_VALUE)),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                CallStatus.TOOL_ERROR,
                null,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Collections.nCopies(
                        EventDraft.CHARGES_MAX,
                        new Charge(
                                new LeaseId(new LimitId(UUID.randomUUID()), UUID.randomUUID(), Long.MAX_VALUE),
                                Long.MAX_VALUE)),
                new TokenUse(
                        TokenCounts.EACH_MAX,
                        TokenCounts.EACH_MAX,
                        TokenCounts.EACH_MAX,
                        TokenEncoding.O200K,
                        worst,
                        new ModelId(UUID.randomUUID()),
                        Long.MAX_VALUE,
                        Long.MAX_VALUE),
                new ParentUsage(TokenCounts.EACH_MAX, TokenCounts.EACH_MAX),
                null);

        ToolCallEvent read =
                WireJson.decode(EventEncoder.complete(BOOT, Long.MAX_VALUE, spooled(draft)), ToolCallEvent.class);

        assertThat(read.toolName()).isEqualTo("\u0001".repeat(EventDraft.TEXT_CHARS_MAX));
    }

    @Test
    void half_a_surrogate_pair_does_not_break_the_record() {
        EventDraft plain = Drafts.of(new TenantId(UUID.randomUUID()));
        String cutPair = "x".repeat(EventDraft.TEXT_CHARS_MAX - 1) + "🙂";
        for (String text : new String[] {"\ud83d", "a\ude42b", "\ud83d\ud83d\ude42", cutPair}) {
            byte[] written = EventEncoder.complete(BOOT, 1, spooled(withTool(plain, text)));

            assertThat(WireJson.decode(written, ToolCallEvent.class).toolName()).contains("\uFFFD");
        }
    }

    private static EventDraft withTool(EventDraft d, String tool) {
        return new EventDraft(
                d.callId(),
                d.startedAt(),
                d.tenant(),
                d.holder(),
                d.agentName(),
                d.agentVersion(),
                d.protocolVersion(),
                d.method(),
                d.traceId(),
                d.parentRequest(),
                d.server(),
                d.serverName(),
                tool,
                d.definitionHash(),
                d.requestBytes(),
                d.responseBytes(),
                d.cost(),
                d.gatewayMicros(),
                d.upstreamMicros(),
                d.status(),
                d.reason(),
                d.snapshotRevision(),
                d.attempts(),
                d.charges(),
                d.tokens(),
                d.parentUsage(),
                null);
    }
}
