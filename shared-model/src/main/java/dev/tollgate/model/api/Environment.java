package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An environment.
 */
public record Environment(UUID id, String name, @Nullable String description, Instant createdAt, long version) {}
