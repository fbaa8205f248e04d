package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool group.
 */
public record ToolGroup(
        UUID id, String name, @Nullable String description, List<String> patterns, Instant createdAt, long version) {}
