package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * How a directory's token is replaced.
 *
 * @param overlapSeconds how long the one before goes on counting, at most seven days; absent for not at all
 */
public record RotateScimToken(@Nullable Long overlapSeconds) {}
