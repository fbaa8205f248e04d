package dev.tollgate.model.api;

/**
 * A key with its secret, answered once.
 *
 * @param secret the whole key, to be kept by the caller; it cannot be shown again
 */
public record IssuedKey(VirtualKey key, String secret) {}
