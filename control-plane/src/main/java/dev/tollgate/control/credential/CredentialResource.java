package dev.tollgate.control.credential;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Credentials of servers over HTTP: written, never read back. */
@Path("/servers/{id}/credential")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Servers")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class CredentialResource {
    private final CredentialService service;
    private final Posts posts;

    CredentialResource(CredentialService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(
            operationId = "getServerCredential",
            summary = "What a server knows the tenant by, since when, and how its access token does; never a value")
    @APIResponseSchema(ServerCredential.class)
    public Response get(@PathParam("id") UUID id) {
        ServerCredential found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "putServerCredential",
            summary = "Gives a server headers, or a client of a provider whose tokens each request carries",
            description = "A header without a value keeps the one that is stored under its name, and a client without"
                    + " its secret the one that is stored for this issuer and client. Gateways make new connections."
                    + " If-Match is this resource's own version, 0 while there is none.")
    @APIResponseSchema(ServerCredential.class)
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewServerCredential body) {
        ServerCredential written = service.put(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(written, written.version()).toResponse();
    }

    @DELETE
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "deleteServerCredential", summary = "Takes a server's credential away, and forgets it")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }

    @POST
    @Path("/renewal")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "renewServerCredential",
            summary = "Asks the provider for a new access token now, after a failure above all")
    @APIResponse(responseCode = "202", description = "Asked; the credential's token follows")
    public Response renew(@PathParam("id") UUID id) {
        return posts.once(null, () -> {
            service.renew(id);
            return Answer.accepted();
        });
    }
}
