package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert on one channel.
 *
 * @param problem why the last attempt failed, for an admin
 * @param nextAttemptAt while it waits
 */
public record AlertDelivery(
        UUID channel,
        String channelName,
        State state,
        int attempts,
        @Nullable String problem,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt) {
    /** Whether it has arrived. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }
}
