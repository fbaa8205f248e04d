package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last found when a gateway looked at a server.
 *
 * @param checkedAt absent while no gateway has looked yet
 * @param stage how far a failed look came: address, connect, initialize or list
 */
public record ServerHealth(
        State state,
        @Nullable Instant checkedAt,
        @Nullable String upstreamName,
        @Nullable String protocolVersion,
        @Nullable String stage,
        @Nullable String message) {
    /** Pending until a gateway has looked for the first time. */
    public enum State {
        PENDING,
        HEALTHY,
        FAILING
    }
}
