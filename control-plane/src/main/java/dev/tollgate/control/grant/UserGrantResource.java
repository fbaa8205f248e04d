package dev.tollgate.control.grant;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.RevokeClient;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clients that act for one of the tenant's people, over HTTP. */
@Path("/users/{id}/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
@RolesAllowed({OWNER, ADMIN})
public class UserGrantResource {
    private final GrantService service;
    private final Posts posts;

    UserGrantResource(GrantService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listUserClients", summary = "The clients that act for one of the tenant's people")
    public List<ClientGrant> list(@PathParam("id") UUID id) {
        return service.of(id.toString());
    }

    @POST
    @Path("/revoke")
    @Operation(
            operationId = "revokeUserClient",
            summary = "Ends what a client may do for someone: consent, sessions, and its tokens at every gateway")
    @APIResponse(responseCode = "202", description = "Ended; gateways follow with the revision that is named")
    public Response revoke(@PathParam("id") UUID id, RevokeClient body) {
        return posts.onceApart(body, () -> {
            service.revoke(id.toString(), Body.required(body).client());
            return Answer.accepted();
        });
    }
}
