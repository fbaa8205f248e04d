package dev.tollgate.model.api;

import java.time.Instant;

/**
 * The next secret of a key, for the one who holds it; answered once.
 *
 * @param secret the whole key, to be kept by the caller; it cannot be shown again
 * @param rotationDueAt when the one after it should be asked for
 * @param notAfter the first moment at which it is refused if none follows
 */
public record NextSecret(String keyId, String secret, Instant rotationDueAt, Instant notAfter) {}
