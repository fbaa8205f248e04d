package dev.tollgate.control.publish;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;

/** Where a tenant's published configuration stands. */
record Head(TenantId tenant, Region region, long revision, long epoch) {}
