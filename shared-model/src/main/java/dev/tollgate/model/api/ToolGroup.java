package dev.tollgate.model.api;

import dev.tollgate.model.config.ToolMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool group.
 *
 * @param toolMode how its tools are shown to keys that do not say; absent for what the servers and the settings say
 * @param attachedTo keys and subjects, as {@code key:<id>} or {@code team:<uuid>}
 */
public record ToolGroup(
        UUID id,
        String name,
        @Nullable String description,
        List<ToolGrant> patterns,
        @Nullable ToolMode toolMode,
        List<String> attachedTo,
        Instant createdAt,
        long version) {}
