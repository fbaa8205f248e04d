package dev.tollgate.local.backend;

/**
 * Where the realm's clients and resources are; each without a slash at the end.
 *
 * @param gateway under which agents know the gateways
 */
public record Addresses(String console, String controlPlane, String gateway) {}
