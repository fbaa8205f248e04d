package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Revokes a key for good.
 */
public record RevokeKey(@Nullable String reason) {}
