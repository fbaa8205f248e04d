package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a new secret.
 *
 * @param overlapSeconds how long the old secret is accepted beside the new one; absent means 0
 */
public record RotateKey(@Nullable Long overlapSeconds) {}
