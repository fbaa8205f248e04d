package dev.tollgate.model.config;

import dev.tollgate.model.id.TenantId;
import java.time.Instant;

/**
 * Closes a revision of a tenant: every record before it on the partition belongs to it. A gateway swaps the tenant's
 * snapshot when what it has staged has this digest, and rejects the revision otherwise.
 *
 * @param revision counts up by one with each committed change of the tenant
 * @param digest {@link dev.tollgate.model.wire.ConfigDigest} of all the tenant's live resources
 * @param committedAt when the control plane committed it
 */
public record ConfigHead(TenantId tenant, long revision, String digest, int resources, Instant committedAt) {}
