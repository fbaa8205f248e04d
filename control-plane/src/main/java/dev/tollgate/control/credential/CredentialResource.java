package dev.tollgate.control.credential;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** Credentials of servers over HTTP: written, never read back. */
@Path("/servers/{id}/credential")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Servers")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class CredentialResource {
    private final CredentialService service;

    CredentialResource(CredentialService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getServerCredential",
            summary = "Which headers a server is sent, and since when; never their values")
    @APIResponseSchema(ServerCredential.class)
    public Response get(@PathParam("id") UUID id) {
        ServerCredential found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "putServerCredential",
            summary = "Gives a server headers that each request carries; gateways make new connections with them",
            description = "A header without a value keeps the one that is stored under its name. If-Match is this"
                    + " resource's own version, 0 while there is none.")
    @APIResponseSchema(ServerCredential.class)
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewServerCredential body) {
        ServerCredential written = service.put(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(written, written.version()).toResponse();
    }

    @DELETE
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "deleteServerCredential", summary = "Takes a server's headers away, and forgets them")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
