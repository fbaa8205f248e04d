package dev.tollgate.control.ledger;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaAnswer;
import java.util.Set;

/**
 * An answer, and where the tenant's gateways hear it.
 *
 * @param regions where the tenant is at home, and where it came from or goes to: leases are still returned there
 */
record Addressed(TenantId tenant, Set<Region> regions, QuotaAnswer answer) {}
