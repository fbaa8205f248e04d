package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * An environment as written by a client.
 *
 * @param name lower-case letters, digits and dashes; part of every key of the environment
 */
public record NewEnvironment(String name, @Nullable String description) {}
