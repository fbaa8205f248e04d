package dev.tollgate.control.ingest;

/**
 * A record that is no event.
 *
 * @param reason fixed words, never a part of the record
 */
record Rejection(int partition, long offset, String reason) {}
