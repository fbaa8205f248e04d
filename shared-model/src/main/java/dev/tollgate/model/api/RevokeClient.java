package dev.tollgate.model.api;

/**
 * Which client shall not act for someone any more.
 *
 * @param client its OAuth client id
 */
public record RevokeClient(String client) {}
