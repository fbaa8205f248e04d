package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a server does: what was last found when a gateway looked at it, and what the gateways that call it say.
 *
 * @param state of both together
 * @param checkedAt absent while no gateway has looked yet
 * @param stage how far a failed look came: address, connect, initialize or list
 * @param gateways that live and have called it
 * @param troubledGateways those of them at which it is not healthy
 */
public record ServerHealth(
        State state,
        @Nullable Instant checkedAt,
        @Nullable String upstreamName,
        @Nullable String protocolVersion,
        @Nullable String stage,
        @Nullable String message,
        int gateways,
        int troubledGateways) {
    /** Pending until a gateway has looked for the first time; degraded if it fails at times, or at some gateways only. */
    public enum State {
        PENDING,
        HEALTHY,
        DEGRADED,
        FAILING
    }
}
