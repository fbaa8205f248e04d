package dev.tollgate.control.ingest;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.UUID;

/** Events for tests. */
final class Events {
    static final TenantId ACME = TenantId.of("0199a000-0000-7000-8000-00000000ac3e");
    static final TenantId OTHER = TenantId.of("0199a000-0000-7000-8000-0000000007e2");
    static final EnvironmentId PRODUCTION = EnvironmentId.of("0199a000-0000-7000-8000-0000000000e1");
    static final ServerId SEARCH = ServerId.of("0199a000-0000-7000-8000-0000000000c1");
    static final KeyId KEY = new KeyId("abcdefghijkl");

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
                null);
    }

    /** A version 7 UUID of that time. */
    static UUID callId(Instant at, long random) {
        long high = at.toEpochMilli() << 16 | 0x7000 | (random & 0xfff);
        return new UUID(high, random >>> 2 | 0x8000_0000_0000_0000L);
    }
}
