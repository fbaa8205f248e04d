package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a key was accepted last.
 *
 * @param agent the client's own name for itself; untrusted
 */
public record LastUse(Instant at, String gateway, @Nullable String agent) {}
