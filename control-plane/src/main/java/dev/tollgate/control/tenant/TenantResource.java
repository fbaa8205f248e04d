package dev.tollgate.control.tenant;

import static dev.tollgate.control.identity.Role.OPERATOR;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** Tenants over HTTP, for the operator. */
@Path("/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed(OPERATOR)
public class TenantResource {
    private final TenantService service;
    private final TenantDirectory directory;
    private final Posts posts;

    TenantResource(TenantService service, TenantDirectory directory, Posts posts) {
        this.service = service;
        this.directory = directory;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listTenants", summary = "Tenants, by slug")
    public Page<Tenant> list(@BeanParam PageParams page) {
        return directory.list(page.toRequest());
    }

    @POST
    @Operation(operationId = "createTenant", summary = "Creates a tenant and its organization at the identity provider")
    @APIResponseSchema(value = Tenant.class, responseCode = "201")
    public Response create(NewTenant body) {
        return posts.once(body, () -> {
            Tenant created = service.create(Body.required(body));
            return Answer.created("/tenants/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTenant", summary = "One tenant")
    @APIResponseSchema(Tenant.class)
    public Response get(@PathParam("id") UUID id) {
        Tenant found = directory.find(id).orElseThrow(Refused::notFound);
        return Answer.ok(found, found.version()).toResponse();
    }
}
