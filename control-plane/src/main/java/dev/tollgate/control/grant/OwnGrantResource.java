package dev.tollgate.control.grant;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.RevokeClient;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clients that act for whoever is asking, over HTTP. */
@Path("/me/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
@Authenticated
public class OwnGrantResource {
    private final GrantService service;
    private final Posts posts;

    OwnGrantResource(GrantService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listMyClients", summary = "The clients that act for whoever is asking")
    public List<ClientGrant> list() {
        return service.own();
    }

    @POST
    @Path("/revoke")
    @Operation(operationId = "revokeMyClient", summary = "Ends what a client may do for whoever is asking")
    @APIResponse(responseCode = "202", description = "Ended; gateways follow with the revision that is named")
    public Response revoke(RevokeClient body) {
        return posts.onceApart(body, () -> {
            service.revokeOwn(Body.required(body).client());
            return Answer.accepted();
        });
    }
}
