package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * A client that is to use a connection, or is not to any more.
 *
 * @param client an OAuth client's id, or for a virtual key its id
 */
public record ConnectionClient(@Nullable String client) {}
