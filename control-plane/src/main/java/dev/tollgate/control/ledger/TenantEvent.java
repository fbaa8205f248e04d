package dev.tollgate.control.ledger;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.ChargedEvent;

/**
 * A call of a tenant's, as the ledger sees it.
 *
 * @param tenant whose limits alone it can be charged to
 */
public record TenantEvent(TenantId tenant, ChargedEvent event) {}
