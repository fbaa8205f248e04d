package dev.tollgate.control.tls;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.ServerTls;
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

/** The TLS of servers: certificates are shown, keys are written and never read back. */
@Path("/servers/{id}/tls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Servers")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class TlsResource {
    private final TlsService service;

    TlsResource(TlsService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getServerTls",
            summary = "Which certificate gateways show a server, whose they take of it, and until when; never the key")
    @APIResponseSchema(ServerTls.class)
    public Response get(@PathParam("id") UUID id) {
        ServerTls found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "putServerTls",
            summary = "Gives a server a client certificate, authorities of its own, or both",
            description = "Whatever is left out is taken away, but for the key: without it the stored one is kept if it"
                    + " is the certificate's. Gateways make new connections. If-Match is this resource's own version,"
                    + " 0 while there is none.")
    @APIResponseSchema(ServerTls.class)
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewServerTls body) {
        ServerTls written = service.put(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(written, written.version()).toResponse();
    }

    @DELETE
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "deleteServerTls",
            summary = "Takes a server's certificate and authorities away, and forgets the key")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
