package dev.tollgate.model.wire;

import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;

/**
 * "Look at this server now."
 *
 * @param minRevision the tenant's revision that the gateway must have applied to know the server as meant
 */
public record SyncRequest(TenantId tenant, ServerId server, long minRevision, Instant requestedAt) {}
