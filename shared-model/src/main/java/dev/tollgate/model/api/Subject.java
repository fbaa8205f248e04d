package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tier, customer, team, user, service or model provider.
 *
 * @param ref points at it, as {@code team:<uuid>} or {@code tier:pro}
 * @param parent what it stands under
 * @param groupIds tool groups attached to it; what is attached to its parent counts for it too
 * @param keyCount keys that belong to it itself and are not revoked
 * @param deletedAt absent while it is there; afterwards its keys still name it
 */
public record Subject(
        String ref,
        String kind,
        String name,
        @Nullable String parent,
        @Nullable String parentName,
        List<UUID> groupIds,
        long keyCount,
        Instant createdAt,
        @Nullable Instant deletedAt,
        long version) {}
