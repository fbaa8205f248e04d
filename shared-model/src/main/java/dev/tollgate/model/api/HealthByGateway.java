package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;

/**
 * How a server does, gateway by gateway.
 *
 * @param asOf when this was put together
 * @param gateways those of the tenant's region that have called it since they started, in the order of their ids
 */
public record HealthByGateway(Instant asOf, ServerHealth health, List<GatewayHealth> gateways) {
    public HealthByGateway {
        gateways = List.copyOf(gateways);
    }
}
