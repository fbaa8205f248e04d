package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant.
 */
public record Tenant(UUID id, String slug, String name, String region, Instant createdAt, long version) {}
