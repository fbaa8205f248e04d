package dev.tollgate.control.grant;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.web.PageParams;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everyone's clients over HTTP, for admins. */
@Path("/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
@RolesAllowed({OWNER, ADMIN})
public class GrantResource {
    private final GrantService service;

    GrantResource(GrantService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listClients",
            summary = "The clients that act for the tenant's people, person by person",
            description = "A page is of so many people at most; it may be empty and yet have a next one.")
    public Page<ClientGrant> list(@BeanParam PageParams page) {
        return service.list(page.toRequest());
    }
}
