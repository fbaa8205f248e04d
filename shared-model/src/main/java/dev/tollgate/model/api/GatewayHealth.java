package dev.tollgate.model.api;

import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a server does at one gateway.
 *
 * @param state as reported; stale if the gateway has fallen silent, for it may be anything by now
 * @param lastSuccessAt when it last answered a call, to within a second or two; absent if it has not since the gateway started
 * @param failuresInARow calls without an answer since it last gave one
 * @param retryAt when it is called again, where it is not called for the moment
 * @param reportedAt when the gateway said so; it says so again when that changes
 */
public record GatewayHealth(
        String gateway,
        State state,
        @Nullable Instant lastSuccessAt,
        @Nullable Failure lastFailure,
        int failuresInARow,
        @Nullable Instant retryAt,
        Instant reportedAt) {
    /** The states that gateways report, and that of a report that no longer counts. */
    public enum State {
        HEALTHY,
        DEGRADED,
        FAILING,
        BREAKER_OPEN,
        STALE
    }

    /**
     * The last call without an answer.
     *
     * @param httpStatus that the server answered with instead; absent if it did not come to one
     * @param message what happened, as an end to the sentence "The server …"
     */
    public record Failure(
            FailureStage stage,
            FailureCause cause,
            @Nullable Integer httpStatus,
            String message,
            Instant at) {}
}
