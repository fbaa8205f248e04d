package dev.tollgate.control.move;

import static dev.tollgate.control.identity.Role.OPERATOR;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.Move;
import dev.tollgate.model.api.MoveTenant;
import dev.tollgate.model.id.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Moves of tenants over HTTP, for the operator. */
@Path("/tenants/{id}/move")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed(OPERATOR)
public class MoveResource {
    private final MoveService service;
    private final Posts posts;

    MoveResource(MoveService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "getTenantMove", summary = "How far a tenant's last move between regions is")
    public Move get(@PathParam("id") UUID id) {
        return service.get(new TenantId(id));
    }

    @POST
    @Operation(
            operationId = "moveTenant",
            summary = "Moves a tenant to another region, with exactly one serving it at every moment",
            description = "The new region is given everything; when its gateways have it, both are told the moment at"
                    + " which the one stops and the other begins; afterwards the old one forgets the tenant.")
    @APIResponseSchema(Move.class)
    public Response move(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, MoveTenant body) {
        return posts.once(
                body,
                () -> Answer.done(
                        service.start(new TenantId(id), Body.required(body), Precondition.required(ifMatch))));
    }

    @DELETE
    @Operation(
            operationId = "cancelTenantMove",
            summary = "Calls a move off while no moment is fixed; the new region forgets the tenant",
            description = "If-Match is the tenant's. Once both regions know the moment it is too late: let the move be"
                    + " done, and move the tenant back.")
    public void cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.cancel(new TenantId(id), Precondition.required(ifMatch));
    }
}
