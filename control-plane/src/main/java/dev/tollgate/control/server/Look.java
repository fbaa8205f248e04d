package dev.tollgate.control.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway found when it looked at a server, already bounded.
 *
 * @param stage how far a failed look came; absent if it did not fail
 * @param message for an admin: why it failed, or what was left out
 */
public record Look(
        Instant at,
        @Nullable String upstreamName,
        @Nullable String upstreamVersion,
        @Nullable String protocolVersion,
        @Nullable String stage,
        @Nullable String message) {}
