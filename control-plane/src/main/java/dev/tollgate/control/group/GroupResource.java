package dev.tollgate.control.group;

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
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ToolGroup;
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

/** Tool groups over HTTP. */
@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class GroupResource {
    private final GroupService service;
    private final Posts posts;

    GroupResource(GroupService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listGroups", summary = "Tool groups, by name")
    public Page<ToolGroup> list(@BeanParam PageParams page, @QueryParam("q") @Nullable String search) {
        return service.list(page.toRequest(), search);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "createGroup", summary = "Creates a tool group")
    @APIResponseSchema(value = ToolGroup.class, responseCode = "201")
    public Response create(NewToolGroup body) {
        return posts.once(body, () -> {
            ToolGroup created = service.create(Body.required(body));
            return Answer.created("/groups/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getGroup", summary = "One tool group")
    @APIResponseSchema(ToolGroup.class)
    public Response get(@PathParam("id") UUID id) {
        ToolGroup found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "updateGroup", summary = "Changes a tool group")
    @APIResponseSchema(ToolGroup.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewToolGroup body) {
        ToolGroup updated = service.update(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @PUT
    @Path("/{id}/attachments")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(
            operationId = "attachGroup",
            summary = "Attaches a tool group to keys and subjects, and to none but these")
    @APIResponseSchema(ToolGroup.class)
    public Response attach(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Attachments body) {
        ToolGroup attached = service.attach(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(attached, attached.version()).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
    @Operation(operationId = "deleteGroup", summary = "Deletes a tool group that is attached to nothing")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
