package dev.tollgate.gateway.event;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Events to record, and what they must read as. */
final class Drafts {
    private static final String[] TEXTS = {
        "plain",
        "",
        "quote\" back\\slash",
        "\u0000\u0001\b\t\n\f\r\u001f\u007f",
        "żółć ÿ",
        "漢字",
        "🙂 astral",
        "</script>"
    };

    private Drafts() {}

    static GatewayBoot boot() {
        return new GatewayBoot(new GatewayId("gateway-1"), new Region("local"), UUID.randomUUID(), Instant.now());
    }

    /** A call with every member that an allowed one has. */
    static EventDraft of(TenantId tenant) {
        return new EventDraft(
                UUID.randomUUID(),
                Instant.parse("2026-11-01T10:15:30.123456Z"),
                tenant,
                new Holder(
                        new EnvironmentId(UUID.randomUUID()),
                        "production",
                        new KeyId("aB3dE6gH9jK2"),
                        "nightly report",
                        "enterprise",
                        UUID.randomUUID(),
                        "Globex",
                        UUID.randomUUID(),
                        "Payments",
                        UUID.randomUUID(),
                        "ada@globex.example",
                        null,
                        null),
                "claude-code",
                "2.1.0",
                "2026-07-28",
                "tools/call",
                "0af7651916cd43dd8448eb211c80319c",
                "msg_01",
                new ServerId(UUID.randomUUID()),
                "everything",
                "echo",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                120,
                4_096,
                new Cost(
                        12_500_000,
                        new PriceId(UUID.randomUUID()),
                        3,
                        List.of(1L, 4_096L),
                        new CountBefore(1_000, true),
                        List.of(120L, 0L, 5_000L)),
                310,
                2_800,
                CallStatus.OK,
                null,
                42,
                1,
                List.of(new Charge(new LeaseId(new LimitId(UUID.randomUUID()), UUID.randomUUID(), 7), 12_500_000)),
                new TokenUse(
                        4_200, 38, 310, TokenEncoding.O200K, "large", new ModelId(UUID.randomUUID()), 2L, 11_655_000),
                new ParentUsage(6_000, 120),
                null);
    }

    static EventDraft random(RandomGenerator random) {
        CallStatus status = CallStatus.values()[random.nextInt(CallStatus.values().length)];
        return new EventDraft(
                new UUID(random.nextLong(), random.nextLong()),
                Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), nanos(random)),
                new TenantId(new UUID(random.nextLong(), random.nextLong())),
                new Holder(
                        random.nextBoolean() ? new EnvironmentId(new UUID(random.nextLong(), random.nextLong())) : null,
                        text(random),
                        random.nextBoolean() ? new KeyId("aB3dE6gH9jK2") : null,
                        text(random),
                        text(random),
                        id(random),
                        text(random),
                        id(random),
                        text(random),
                        id(random),
                        text(random),
                        id(random),
                        text(random)),
                text(random),
                text(random),
                text(random),
                "tools/" + TEXTS[random.nextInt(TEXTS.length)],
                text(random),
                text(random),
                random.nextBoolean() ? new ServerId(new UUID(random.nextLong(), random.nextLong())) : null,
                text(random),
                text(random),
                text(random),
                number(random),
                number(random),
                cost(random),
                number(random),
                number(random),
                status,
                status == CallStatus.REFUSED
                        ? RefusalReason.values()[random.nextInt(RefusalReason.values().length)]
                        : null,
                number(random),
                random.nextBoolean() ? 1 : 2 + number(random) / 2,
                charges(random),
                tokens(random),
                random.nextBoolean() ? null : new ParentUsage(count(random), count(random)),
                id(random));
    }

    private static @Nullable TokenUse tokens(RandomGenerator random) {
        String model = text(random);
        boolean priced = model != null && random.nextBoolean();
        return random.nextBoolean()
                ? null
                : new TokenUse(
                        count(random),
                        count(random),
                        count(random),
                        TokenEncoding.values()[random.nextInt(TokenEncoding.values().length)],
                        model,
                        priced ? new ModelId(new UUID(random.nextLong(), random.nextLong())) : null,
                        priced ? number(random) : null,
                        priced ? number(random) : 0);
    }

    private static long count(RandomGenerator random) {
        return random.nextLong(0, TokenCounts.EACH_MAX) >>> random.nextInt(30);
    }

    private static List<Charge> charges(RandomGenerator random) {
        return LongStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Charge(
                        new LeaseId(
                                new LimitId(new UUID(random.nextLong(), random.nextLong())),
                                new UUID(random.nextLong(), random.nextLong()),
                                Math.max(1, number(random))),
                        number(random)))
                .toList();
    }

    private static Cost cost(RandomGenerator random) {
        return random.nextBoolean()
                ? new Cost(number(random), null, 0, List.of())
                : new Cost(
                        number(random),
                        new PriceId(new UUID(random.nextLong(), random.nextLong())),
                        Math.max(1, number(random)),
                        LongStream.range(0, random.nextInt(4))
                                .mapToObj(_ -> number(random))
                                .toList(),
                        random.nextBoolean() ? null : new CountBefore(number(random), random.nextBoolean()),
                        LongStream.range(0, random.nextInt(4))
                                .mapToObj(_ -> random.nextBoolean() ? number(random) : -1 - number(random))
                                .toList());
    }

    private static int nanos(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            case 3 -> random.nextInt(1_000);
            default -> random.nextInt(1_000_000_000);
        };
    }

    private static @Nullable UUID id(RandomGenerator random) {
        return random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()) : null;
    }

    private static @Nullable String text(RandomGenerator random) {
        return random.nextInt(4) == 0 ? null : TEXTS[random.nextInt(TEXTS.length)];
    }

    private static long number(RandomGenerator random) {
        return random.nextLong(0, Long.MAX_VALUE) >>> random.nextInt(63);
    }

    static ToolCallEvent event(EventDraft draft, GatewayBoot boot, long sequence) {
        return new ToolCallEvent(
                draft.callId(),
                boot.gateway(),
                boot.boot(),
                sequence,
                draft.startedAt(),
                draft.tenant(),
                boot.region(),
                draft.holder().environment(),
                draft.holder().environmentName(),
                draft.holder().key(),
                draft.holder().keyName(),
                draft.holder().tier(),
                draft.holder().customer(),
                draft.holder().customerName(),
                draft.holder().team(),
                draft.holder().teamName(),
                draft.holder().user(),
                draft.holder().userName(),
                draft.holder().service(),
                draft.holder().serviceName(),
                draft.agentName(),
                draft.agentVersion(),
                draft.protocolVersion(),
                draft.method(),
                draft.traceId(),
                draft.parentRequest(),
                draft.server(),
                draft.serverName(),
                draft.toolName(),
                draft.definitionHash(),
                draft.requestBytes(),
                draft.responseBytes(),
                draft.cost().nanos(),
                draft.gatewayMicros(),
                draft.upstreamMicros(),
                draft.status(),
                draft.reason(),
                draft.snapshotRevision(),
                draft.attempts() == 1 ? null : draft.attempts(),
                draft.cost().price(),
                draft.cost().price() == null ? null : draft.cost().version(),
                draft.cost().quantities().isEmpty() ? null : draft.cost().quantities(),
                draft.cost().before() == null ? null : draft.cost().before().number(),
                draft.cost().tierCounts().isEmpty() ? null : draft.cost().tierCounts(),
                draft.charges().isEmpty() ? null : draft.charges(),
                draft.tokens(),
                draft.parentUsage(),
                draft.parentCall());
    }
}
