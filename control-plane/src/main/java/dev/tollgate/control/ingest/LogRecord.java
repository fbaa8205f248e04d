package dev.tollgate.control.ingest;

/**
 * A record of the event log, not yet read.
 *
 * @param value never written to; null if the record has none
 */
record LogRecord(int partition, long offset, byte @org.jspecify.annotations.Nullable [] value) {}
