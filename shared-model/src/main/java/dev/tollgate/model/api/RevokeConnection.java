package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be disconnected from a server.
 *
 * @param user the identity provider's id
 */
public record RevokeConnection(@Nullable String user) {}
