package dev.tollgate.control.server;

import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What gateways say of servers that they call; implemented where gateways are heard. */
public interface GatewayReports {
    /**
     * Of each of the tenant's servers what the gateways of its region say, in the order of their ids; a server of which
     * none says anything may be missing.
     */
    Map<UUID, List<GatewayHealth>> of(TenantId tenant, Collection<UUID> servers);
}
