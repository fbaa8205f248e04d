package dev.tollgate.gateway.event;

/**
 * A place between two events of the spool.
 *
 * @param offset in bytes from the segment's beginning
 * @param sequence of the event that begins there
 */
record SpoolPosition(long segment, int offset, long sequence) {}
