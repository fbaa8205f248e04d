package dev.tollgate.model.api;

import java.util.List;

/**
 * What a revocation of many keys did.
 *
 * @param revoked ids of the keys that are revoked now and were not before
 */
public record RevokedKeys(List<String> revoked) {}
