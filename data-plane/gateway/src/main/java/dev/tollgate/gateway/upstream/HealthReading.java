package dev.tollgate.gateway.upstream;

import dev.tollgate.model.health.UpstreamState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an upstream did at one moment.
 *
 * @param lastSuccessAt when it was last known to have answered; absent if it has not
 * @param failuresInARow calls without an answer since it last gave one
 * @param retryAt when it is called again; absent if it is called as calls come
 */
public record HealthReading(
        Instant at,
        @Nullable Instant lastSuccessAt,
        @Nullable LastFailure lastFailure,
        int failuresInARow,
        @Nullable Instant retryAt) {
    /** So many calls in a row without an answer are no accident. */
    static final int FAILING_FROM = 3;

    /** How long a failure is remembered against an upstream that answers again. */
    static final Duration DEGRADED_FOR = Duration.ofMinutes(5);

    /** Whether nothing is known: it has not been called. */
    public boolean isBlank() {
        return lastSuccessAt == null && lastFailure == null;
    }

    public UpstreamState state() {
        if (retryAt != null) {
            return UpstreamState.BREAKER_OPEN;
        }
        if (failuresInARow >= FAILING_FROM || failuresInARow > 0 && lastSuccessAt == null) {
            return UpstreamState.FAILING;
        }
        boolean failedOfLate = lastFailure != null && lastFailure.at().isAfter(at.minus(DEGRADED_FOR));
        return failuresInARow > 0 || failedOfLate ? UpstreamState.DEGRADED : UpstreamState.HEALTHY;
    }
}
