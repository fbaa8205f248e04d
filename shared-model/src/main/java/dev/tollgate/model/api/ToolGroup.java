package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool group.
 *
 * @param attachedTo keys and subjects, as {@code key:<id>} or {@code team:<uuid>}
 */
public record ToolGroup(
        UUID id,
        String name,
        @Nullable String description,
        List<ToolGrant> patterns,
        List<String> attachedTo,
        Instant createdAt,
        long version) {}
