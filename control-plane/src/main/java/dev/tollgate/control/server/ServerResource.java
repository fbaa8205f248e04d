package dev.tollgate.control.server;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** MCP servers over HTTP. */
@Path("/servers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Servers")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class ServerResource {
    private final ServerService service;
    private final Posts posts;

    ServerResource(ServerService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listServers", summary = "MCP servers, by name")
    public Page<Server> list(
            @BeanParam PageParams page,
            @QueryParam("environment") @Parameter(schema = @Schema(implementation = UUID.class)) @Nullable
                    String environment,
            @QueryParam("q") @Nullable String search,
            @QueryParam("health") @Parameter(schema = @Schema(implementation = ServerHealth.State.class)) @Nullable
                    String health) {
        return service.list(
                page.toRequest(),
                Filter.id("environment", environment),
                search,
                Filter.of(ServerHealth.State.class, "health", health));
    }

    @POST
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "createServer", summary = "Connects an MCP server; a gateway then looks at it")
    @APIResponseSchema(value = Server.class, responseCode = "201")
    public Response create(NewServer body) {
        return posts.once(body, () -> {
            Server created = service.create(Body.required(body));
            return Answer.created("/servers/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getServer", summary = "One MCP server")
    @APIResponseSchema(Server.class)
    public Response get(@PathParam("id") UUID id) {
        Server found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @GET
    @Path("/{id}/health")
    @Operation(
            operationId = "getServerHealth",
            summary = "How a server does, gateway by gateway",
            description =
                    "As the gateways of the tenant's region find it in their calls. A gateway that has not called it"
                            + " since it started says nothing; one that has fallen silent is stale.")
    public HealthByGateway health(@PathParam("id") UUID id) {
        return service.health(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "updateServer", summary = "Changes an MCP server; a gateway then looks at it again")
    @APIResponseSchema(Server.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewServer body) {
        Server updated = service.update(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "deleteServer", summary = "Deletes an MCP server with its tools, unless a price names it")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }

    @POST
    @Path("/{id}/sync")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "syncServer", summary = "Asks a gateway to look at the server now")
    @APIResponse(responseCode = "202", description = "Asked; the server's health and tools follow")
    public Response sync(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return posts.once(null, () -> {
            service.sync(id, Optional.ofNullable(ifMatch).map(Precondition::required));
            return Answer.accepted();
        });
    }
}
