package dev.tollgate.model.api;

/**
 * Where a tenant is to be served.
 *
 * @param region one that the installation has, and not the tenant's own
 */
public record MoveTenant(String region) {}
