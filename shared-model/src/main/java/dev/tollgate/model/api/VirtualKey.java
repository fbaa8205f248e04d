package dev.tollgate.model.api;

import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ToolMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key, without its secret.
 *
 * @param id the public part of the key
 * @param hint how the key begins, to recognise it by
 * @param owner whom it belongs to, as {@code team:<uuid>}
 * @param rotationDueAt when the next secret should be asked for; absent without rotation
 * @param lastUsed some seconds behind; absent if it was never used
 * @param sources networks that it is accepted from; empty if from anywhere
 * @param toolMode how all its tools are shown; absent for what its groups, the servers and the settings say
 */
public record VirtualKey(
        String id,
        String name,
        UUID environmentId,
        String environmentName,
        String hint,
        List<ToolGrant> grants,
        List<UUID> groupIds,
        String owner,
        String ownerName,
        @Nullable String modelProvider,
        List<String> sources,
        ContentLogging contentLogging,
        @Nullable ToolMode toolMode,
        Map<String, String> labels,
        State state,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable KeyRotation rotation,
        @Nullable Instant rotationDueAt,
        @Nullable Instant rotatedAt,
        @Nullable LastUse lastUsed,
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
