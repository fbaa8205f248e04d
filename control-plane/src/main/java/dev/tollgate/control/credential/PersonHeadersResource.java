package dev.tollgate.control.credential;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.PersonHeaders;
import io.quarkus.security.Authenticated;
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

/** The asker's own headers for a server over HTTP: written, never read back; whatever role they have. */
@Path("/me/connections/{server}/headers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@Authenticated
public class PersonHeadersResource {
    private final PersonHeadersService service;

    PersonHeadersResource(PersonHeadersService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getMyHeaders",
            summary = "Which headers a server asks each person for, and which the asker has given; never a value")
    @APIResponseSchema(PersonHeaders.class)
    public Response get(@PathParam("server") UUID server) {
        PersonHeaders found = service.get(server);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Operation(
            operationId = "putMyHeaders",
            summary = "Gives a server the headers that it is to know the asker by",
            description = "A header without a value keeps the one that is stored under its name. If-Match is this"
                    + " resource's own version, 0 while there is none.")
    @APIResponseSchema(PersonHeaders.class)
    public Response put(
            @PathParam("server") UUID server,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewPersonHeaders body) {
        PersonHeaders written = service.put(server, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(written, written.version()).toResponse();
    }

    @DELETE
    @Operation(operationId = "deleteMyHeaders", summary = "Takes the asker's headers from a server, and forgets them")
    public void delete(@PathParam("server") UUID server, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(server, Precondition.required(ifMatch));
    }
}
