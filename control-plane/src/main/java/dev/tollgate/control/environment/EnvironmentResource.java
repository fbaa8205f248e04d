package dev.tollgate.control.environment;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Environments over HTTP. */
@Path("/environments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Environments")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class EnvironmentResource {
    private final EnvironmentService service;
    private final Posts posts;

    EnvironmentResource(EnvironmentService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listEnvironments", summary = "Environments, by name")
    public Page<Environment> list(@BeanParam PageParams page, @QueryParam("q") @Nullable String search) {
        return service.list(page.toRequest(), search);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "createEnvironment", summary = "Creates an environment")
    @APIResponseSchema(value = Environment.class, responseCode = "201")
    public Response create(NewEnvironment body) {
        return posts.once(body, () -> {
            Environment created = service.create(Body.required(body));
            return Answer.created("/environments/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEnvironment", summary = "One environment")
    @APIResponseSchema(Environment.class)
    public Response get(@PathParam("id") UUID id) {
        Environment found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "updateEnvironment", summary = "Changes an environment's description")
    @APIResponseSchema(Environment.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewEnvironment body) {
        Environment updated = service.update(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "deleteEnvironment", summary = "Deletes an environment that is not used")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
