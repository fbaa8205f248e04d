package dev.tollgate.model.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Events that a gateway numbered and that were not stored when all that had been sent was. They may still come, from the
 * gateway's spool.
 *
 * @param boot of the gateway, within which events are numbered without gaps
 * @param firstSequence the first number that was missing
 * @param lastSequence the last, inclusive
 * @param missing how many of them are missing now
 */
public record EventGap(UUID boot, long firstSequence, long lastSequence, long missing, Instant noticedAt) {}
