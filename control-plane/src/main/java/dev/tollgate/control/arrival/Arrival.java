package dev.tollgate.control.arrival;

import java.time.Instant;

/**
 * Someone has signed in through a tenant's own provider.
 *
 * @param identity the realm's id of them
 * @param slug the tenant's
 */
record Arrival(String identity, String slug, Instant at) {}
