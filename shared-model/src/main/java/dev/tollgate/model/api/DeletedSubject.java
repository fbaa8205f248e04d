package dev.tollgate.model.api;

import java.util.List;

/**
 * What the deletion of a subject did.
 *
 * @param retiredKeys ids of the keys that belonged to it and are revoked now
 */
public record DeletedSubject(List<String> retiredKeys) {}
