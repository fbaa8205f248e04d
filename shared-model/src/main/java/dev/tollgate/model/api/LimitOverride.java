package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Another amount of a limit for some of its windows.
 *
 * @param until exclusive
 * @param amount calls, tokens, or dollars
 */
public record LimitOverride(UUID id, Instant from, Instant until, int windows, String amount, Instant createdAt) {}
