package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.token.ParentUsage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who tries what: the part of an event that is known before anything is decided.
 *
 * @param startedNanos {@link System#nanoTime()} when its first byte was seen
 * @param agentName in the agent's own words; untrusted, like all that follows it
 * @param parent the call whose script makes this one; absent where an agent makes it
 * @param model that calls, as the agent names it; read only where tokens are counted
 */
public record Attempt(
        UUID callId,
        Instant startedAt,
        long startedNanos,
        TenantSnapshot snapshot,
        VirtualKeyConfig key,
        String method,
        @Nullable String agentName,
        @Nullable String agentVersion,
        @Nullable String protocolVersion,
        @Nullable String traceId,
        @Nullable String parentRequest,
        @Nullable ParentUsage parentUsage,
        @Nullable String model,
        long requestBytes,
        @Nullable ParentCall parent) {}
