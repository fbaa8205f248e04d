package dev.tollgate.control.status;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.tenant.TenantRegion;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.id.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gateways, for the operator all and for a tenant those of its region. */
@Path("/gateways")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gateways")
public class GatewayResource {
    private final Caller caller;
    private final TenantContext tenant;
    private final TenantRegion regions;
    private final GatewayStatuses statuses;

    GatewayResource(Caller caller, TenantContext tenant, TenantRegion regions, GatewayStatuses statuses) {
        this.caller = caller;
        this.tenant = tenant;
        this.regions = regions;
        this.statuses = statuses;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.OWNER, Role.ADMIN, Role.TOOL_ADMIN, Role.FINANCE, Role.AUDITOR, Role.VIEWER})
    @Operation(
            operationId = "listGateways",
            summary = "The gateways of the tenant's region and which of its revisions each serves; to the operator all",
            description =
                    "On one page: a region has tens of gateways, and each is listed for a day after it fell silent.")
    public Page<GatewayStatus> list() {
        if (tenant.find().isEmpty() && caller.roles().contains(Role.OPERATOR)) {
            return new Page<>(statuses.all(), null);
        }
        TenantId own = tenant.id();
        List<GatewayStatus> ofRegion = statuses.inRegion(regions.of(own), own);
        return new Page<>(ofRegion, null);
    }
}
