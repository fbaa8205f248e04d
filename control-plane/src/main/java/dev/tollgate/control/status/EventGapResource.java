package dev.tollgate.control.status;

import dev.tollgate.control.identity.Role;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.model.api.EventGap;
import dev.tollgate.model.api.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is missing of a gateway's events, for the operator: a gateway serves many tenants. */
@Path("/gateways/{id}/gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gateways")
@RolesAllowed(Role.OPERATOR)
public class EventGapResource {
    private final EventGaps gaps;

    EventGapResource(EventGaps gaps) {
        this.gaps = gaps;
    }

    @GET
    @Operation(
            operationId = "listEventGaps",
            summary = "Events that the gateway numbered and that did not arrive, the last noticed first",
            description = "Also of gateways that fell silent; the page is empty if nothing is missing.")
    public Page<EventGap> list(@PathParam("id") String id, @BeanParam PageParams page) {
        return gaps.of(id, page.toRequest());
    }
}
