package dev.tollgate.ui.client;

import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.DecidedTools;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolCaller;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.ToolNaming;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tools, their definitions and names, and the groups that they are granted by. */
public interface ToolsApi {
    @GET
    @Path("/tools")
    Page<Tool> tools(
            @QueryParam("server") @Nullable UUID server,
            @QueryParam("state") Tool.@Nullable State state,
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/tools/{id}")
    Tool tool(@PathParam("id") UUID id);

    @POST
    @Path("/tools/{id}/approve")
    Tool approveTool(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @POST
    @Path("/tools/{id}/reject")
    Tool rejectTool(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @POST
    @Path("/servers/{id}/tools/reject")
    DecidedTools rejectTools(
            @PathParam("id") UUID serverId, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, DecideTools seen);

    @POST
    @Path("/servers/{id}/tools/retire")
    DecidedTools retireTools(
            @PathParam("id") UUID serverId, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, DecideTools seen);

    @POST
    @Path("/tools/{id}/retire")
    Tool retireTool(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @GET
    @Path("/groups")
    Page<ToolGroup> groups(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/groups")
    ToolGroup createGroup(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewToolGroup group);

    @PUT
    @Path("/groups/{id}")
    ToolGroup replaceGroup(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewToolGroup group);

    @DELETE
    @Path("/groups/{id}")
    void deleteGroup(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @PUT
    @Path("/tools/{id}")
    Tool nameTool(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, ToolNaming naming);

    @GET
    @Path("/tools/{id}/diff")
    ToolDiff toolDiff(@PathParam("id") UUID id);

    @GET
    @Path("/tools/{id}/callers")
    Page<ToolCaller> toolCallers(
            @PathParam("id") UUID id, @QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/groups/{id}")
    ToolGroup group(@PathParam("id") UUID id);

    @PUT
    @Path("/groups/{id}/attachments")
    ToolGroup attachGroup(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, Attachments to);
}
