package dev.tollgate.control.ingest;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events for tests. */
public final class Events {
    public static final TenantId ACME = TenantId.of("0199a000-0000-7000-8000-00000000ac3e");
    public static final TenantId OTHER = TenantId.of("0199a000-0000-7000-8000-0000000007e2");
    public static final EnvironmentId PRODUCTION = EnvironmentId.of("0199a000-0000-7000-8000-0000000000e1");
    public static final ServerId SEARCH = ServerId.of("0199a000-0000-7000-8000-0000000000c1");
    public static final KeyId KEY = new KeyId("abcdefghijkl");

    public static final UUID INITECH = UUID.fromString("0199a000-0000-7000-8000-0000000000d1");
    public static final UUID SUPPORT = UUID.fromString("0199a000-0000-7000-8000-0000000000d2");
    private static final PriceId PRICE = new PriceId(UUID.fromString("0199a000-0000-7000-8000-0000000000d4"));
    public static final ModelId MODEL = ModelId.of("0199a000-0000-7000-8000-0000000000d5");
    private static final UUID REPORTS = UUID.fromString("0199a000-0000-7000-8000-0000000000d3");

    private Events() {}

    static Boot boot(String gateway) {
        return new Boot(new GatewayId(gateway), UUID.randomUUID());
    }

    static ToolCallEvent event(Boot boot, long sequence, TenantId tenant, Instant startedAt) {
        return new ToolCallEvent(
                callId(startedAt, boot.id().getLeastSignificantBits() ^ sequence),
                boot.gateway(),
                boot.id(),
                sequence,
                startedAt,
                tenant,
                new Region("local"),
                PRODUCTION,
                "production",
                KEY,
                "Analyst",
                "pro",
                INITECH,
                "Initech",
                SUPPORT,
                "Support",
                null,
                null,
                REPORTS,
                "Reports",
                "claude-code",
                "2.0",
                "2025-11-25",
                "tools/call",
                "0af7651916cd43dd8448eb211c80319c",
                null,
                SEARCH,
                "search",
                "find",
                "ab".repeat(32),
                120,
                3_400,
                2_500_000 + sequence,
                310,
                41_000 + sequence,
                CallStatus.OK,
                null,
                7,
                null,
                PRICE,
                3L,
                List.of(1L, sequence),
                1_000 - 2 * sequence,
                List.of(sequence, 1_000 - 2 * sequence),
                null,
                new TokenUse(4_200, sequence, 310, TokenEncoding.O200K, "gpt-large", MODEL, 2L, 11_655_000),
                new ParentUsage(6_000, sequence),
                new UUID(8, sequence));
    }

    /** A call as reports see it, by a gateway of its own. */
    public static ToolCallEvent call(
            TenantId tenant,
            Instant startedAt,
            KeyId key,
            String keyName,
            String tool,
            long costNanos,
            CallStatus status) {
        @Nullable RefusalReason reason = status == CallStatus.REFUSED ? RefusalReason.UNKNOWN_TOOL : null;
        return attempt(tenant, startedAt, key, keyName, tool, costNanos, status, reason);
    }

    static ToolCallEvent refused(TenantId tenant, Instant startedAt, KeyId key, RefusalReason reason) {
        return attempt(tenant, startedAt, key, "Analyst", "find", 0, CallStatus.REFUSED, reason);
    }

    /** A call by a client that someone signed in with. */
    static ToolCallEvent signedIn(TenantId tenant, Instant startedAt, UUID user, String client) {
        return attempt(tenant, startedAt, null, null, "find", 0, CallStatus.OK, null, user, client);
    }

    private static ToolCallEvent attempt(
            TenantId tenant,
            Instant startedAt,
            KeyId key,
            String keyName,
            String tool,
            long costNanos,
            CallStatus status,
            @Nullable RefusalReason reason) {
        return attempt(tenant, startedAt, key, keyName, tool, costNanos, status, reason, null, "claude-code");
    }

    private static ToolCallEvent attempt(
            TenantId tenant,
            Instant startedAt,
            @Nullable KeyId key,
            @Nullable String keyName,
            String tool,
            long costNanos,
            CallStatus status,
            @Nullable RefusalReason reason,
            @Nullable UUID user,
            String agent) {
        boolean refused = reason != null;
        var random = UUID.randomUUID();
        return new ToolCallEvent(
                callId(startedAt, random.getLeastSignificantBits()),
                new GatewayId("gateway-1"),
                random,
                1,
                startedAt,
                tenant,
                new Region("local"),
                PRODUCTION,
                "production",
                key,
                keyName,
                "pro",
                INITECH,
                "Initech",
                SUPPORT,
                "Support",
                user,
                null,
                null,
                null,
                agent,
                "2.0",
                "2025-11-25",
                "tools/call",
                null,
                null,
                refused ? null : SEARCH,
                refused ? null : "search",
                tool,
                null,
                100,
                200,
                costNanos,
                1_000,
                9_000,
                status,
                reason,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, with the price by which it cost what it did. */
    public static ToolCallEvent priced(ToolCallEvent one, PriceId price, long version, List<Long> quantities) {
        return with(one, price, version, quantities.isEmpty() ? null : quantities, null, null, null);
    }

    /** The same, of a price that had counted calls before it. */
    public static ToolCallEvent after(ToolCallEvent one, CountBefore before) {
        return with(one, one.price(), one.priceVersion(), one.quantities(), before.number(), null, null);
    }

    /** The same, of a price that counts something else than calls from call to call. */
    public static ToolCallEvent tiered(ToolCallEvent one, List<Long> tierCounts) {
        return with(one, one.price(), one.priceVersion(), one.quantities(), one.countedBefore(), tierCounts, null);
    }

    /** The same, with its tokens. */
    public static ToolCallEvent counted(ToolCallEvent one, TokenUse tokens) {
        return with(
                one, one.price(), one.priceVersion(), one.quantities(), one.countedBefore(), one.tierCounts(), tokens);
    }

    private static ToolCallEvent with(
            ToolCallEvent one,
            @Nullable PriceId price,
            @Nullable Long version,
            @Nullable List<Long> quantities,
            @Nullable Long countedBefore,
            @Nullable List<Long> tierCounts,
            @Nullable TokenUse tokens) {
        return new ToolCallEvent(
                one.callId(),
                one.gateway(),
                one.boot(),
                one.sequence(),
                one.startedAt(),
                one.tenant(),
                one.region(),
                one.environment(),
                one.environmentName(),
                one.key(),
                one.keyName(),
                one.tier(),
                one.customer(),
                one.customerName(),
                one.team(),
                one.teamName(),
                one.user(),
                one.userName(),
                one.service(),
                one.serviceName(),
                one.agentName(),
                one.agentVersion(),
                one.protocolVersion(),
                one.method(),
                one.traceId(),
                one.parentRequest(),
                one.server(),
                one.serverName(),
                one.toolName(),
                one.definitionHash(),
                one.requestBytes(),
                one.responseBytes(),
                one.costNanos(),
                one.gatewayMicros(),
                one.upstreamMicros(),
                one.status(),
                one.reason(),
                one.snapshotRevision(),
                one.attempts(),
                price,
                version,
                quantities,
                countedBefore,
                tierCounts,
                null,
                tokens,
                null,
                one.parentCall());
    }

    /** A version 7 UUID of that time. */
    public static UUID callId(Instant at, long random) {
        long high = at.toEpochMilli() << 16 | 0x7000 | (random & 0xfff);
        return new UUID(high, random >>> 2 | 0x8000_0000_0000_0000L);
    }
}
