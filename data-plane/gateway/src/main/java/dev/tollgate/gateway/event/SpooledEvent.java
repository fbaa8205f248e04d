package dev.tollgate.gateway.event;

/**
 * An event as read back.
 *
 * @param bytes as {@link EventEncoder} spools them
 * @param next where the following one begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy a call would be waste
record SpooledEvent(GatewayBoot boot, long sequence, byte[] bytes, SpoolPosition next) {}
