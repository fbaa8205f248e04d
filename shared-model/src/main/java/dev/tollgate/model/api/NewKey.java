package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key as written by a client.
 *
 * @param grants globs over server__tool; absent means none of its own
 * @param groupIds tool groups attached to it; absent means none
 * @param expiresAt absent means never
 */
public record NewKey(
        String name,
        UUID environmentId,
        @Nullable List<String> grants,
        @Nullable List<UUID> groupIds,
        @Nullable Instant expiresAt) {}
