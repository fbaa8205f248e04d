package dev.tollgate.model.api;

import java.util.List;

/**
 * Keys with their secrets, answered once.
 *
 * @param issued in the order in which they were asked for
 */
public record IssuedKeys(List<IssuedKey> issued) {}
