package dev.tollgate.control.catalog;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.ApproveTools.Seen;
import dev.tollgate.model.api.ApprovedTools;
import dev.tollgate.model.api.ApprovedTools.Changed;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.DecidedTools;
import dev.tollgate.model.api.Server;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions on what waits on a server, many tools at once. */
@Path("/servers/{id}/tools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tools")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
public class ServerDecisionResource {
    private final ToolService tools;
    private final ServerService servers;
    private final Posts posts;

    ServerDecisionResource(ToolService tools, ServerService servers, Posts posts) {
        this.tools = tools;
        this.servers = servers;
        this.posts = posts;
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approveServerTools",
            summary = "Approves quarantined tools of the server as they were seen",
            description = "A tool whose definition is another by now goes on waiting, and is named in the answer.")
    @APIResponseSchema(ApprovedTools.class)
    public Response approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ApproveTools body) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(body, () -> {
            List<Seen> seen = Body.required(body).tools();
            List<Changed> changed = tools.decideSeen(id, seen, Decision.APPROVE, precondition);
            Server server = servers.get(id);
            return Answer.ok(new ApprovedTools(server, seen.size() - changed.size(), changed), server.version());
        });
    }

    @POST
    @Path("/reject")
    @Operation(
            operationId = "rejectServerTools",
            summary = "Rejects quarantined tools of the server as they were seen",
            description = "A tool whose definition is another by now goes on waiting, and is named in the answer.")
    @APIResponseSchema(DecidedTools.class)
    public Response reject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DecideTools body) {
        return decide(id, ifMatch, body, Decision.REJECT);
    }

    @POST
    @Path("/retire")
    @Operation(
            operationId = "retireServerTools",
            summary = "Retires quarantined tools of the server as they were seen",
            description = "A tool whose definition is another by now goes on waiting, and is named in the answer.")
    @APIResponseSchema(DecidedTools.class)
    public Response retire(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, DecideTools body) {
        return decide(id, ifMatch, body, Decision.RETIRE);
    }

    private Response decide(UUID id, @Nullable String ifMatch, DecideTools body, Decision decision) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(body, () -> {
            List<Seen> seen = Body.required(body).tools();
            List<Changed> changed = tools.decideSeen(id, seen, decision, precondition);
            Server server = servers.get(id);
            return Answer.ok(new DecidedTools(server, seen.size() - changed.size(), changed), server.version());
        });
    }
}
