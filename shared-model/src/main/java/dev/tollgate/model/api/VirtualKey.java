package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key, without its secret.
 *
 * @param id the public part of the key
 * @param hint how the key begins, to recognise it by
 */
public record VirtualKey(
        String id,
        String name,
        UUID environmentId,
        String environmentName,
        String hint,
        List<String> grants,
        List<UUID> groupIds,
        State state,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason,
        long version) {
    /** Only an active key is accepted. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }
}
