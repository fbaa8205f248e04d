package dev.tollgate.control.catalog;

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
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.model.api.ToolNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tools over HTTP. */
@Path("/tools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tools")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class ToolResource {
    private final ToolService service;
    private final Posts posts;

    ToolResource(ToolService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listTools", summary = "Tools found on servers, by name")
    public Page<Tool> list(
            @BeanParam PageParams page,
            @QueryParam("server") @Parameter(schema = @Schema(implementation = UUID.class)) @Nullable String server,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = Tool.State.class)) @Nullable String state,
            @QueryParam("q") @Nullable String search) {
        return service.list(
                page.toRequest(), Filter.id("server", server), Filter.of(Tool.State.class, "state", state), search);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTool", summary = "One tool, with its pinned and its pending definition")
    @APIResponseSchema(Tool.class)
    public Response get(@PathParam("id") UUID id) {
        Tool found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "nameTool",
            summary =
                    "Says what agents read in place of the tool's name and description, and whether somebody is asked first")
    @APIResponseSchema(Tool.class)
    public Response name(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ToolNaming body) {
        return answer(service.name(id, Body.required(body), Precondition.required(ifMatch)))
                .toResponse();
    }

    @GET
    @Path("/{id}/diff")
    @Operation(operationId = "diffTool", summary = "How what waits for approval differs from what is pinned")
    public ToolDiff diff(@PathParam("id") UUID id) {
        return service.diff(id);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "approveTool", summary = "Approves what the server says the tool is now")
    @APIResponseSchema(Tool.class)
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(null, () -> answer(service.decide(id, Decision.APPROVE, precondition)));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "rejectTool",
            summary = "Turns down what waits: an approved definition goes on, and a tool without one stays away",
            description = "The same definition does not wait again; the next other one does.")
    @APIResponseSchema(Tool.class)
    public Response reject(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(null, () -> answer(service.decide(id, Decision.REJECT, precondition)));
    }

    @POST
    @Path("/{id}/retire")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "retireTool",
            summary = "Takes the tool away from all agents, whatever its server says, until it is approved")
    @APIResponseSchema(Tool.class)
    public Response retire(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(null, () -> answer(service.decide(id, Decision.RETIRE, precondition)));
    }

    private static Answer answer(Tool tool) {
        return Answer.ok(tool, tool.version());
    }
}
