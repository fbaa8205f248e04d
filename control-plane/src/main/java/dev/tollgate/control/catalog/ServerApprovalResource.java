package dev.tollgate.control.catalog;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.Server;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Approval of all that waits on a server. */
@Path("/servers/{id}/tools/approve")
@Tag(name = "Tools")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
public class ServerApprovalResource {
    private final ToolService tools;
    private final ServerService servers;
    private final Posts posts;

    ServerApprovalResource(ToolService tools, ServerService servers, Posts posts) {
        this.tools = tools;
        this.servers = servers;
        this.posts = posts;
    }

    @POST
    @Operation(operationId = "approveServerTools", summary = "Approves every tool of the server that is quarantined")
    @APIResponseSchema(Server.class)
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(null, () -> {
            tools.approveAll(id, precondition);
            Server server = servers.get(id);
            return Answer.ok(server, server.version());
        });
    }
}
