package dev.tollgate.control.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A record of the event log, not yet read.
 *
 * @param value never written to; null if the record has none
 */
record LogRecord(int partition, long offset, byte @Nullable [] value) {}
