package dev.tollgate.control.key;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.IssuedKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Issues many keys at once, over HTTP. */
@Path("/keys/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RolesAllowed({OWNER, ADMIN})
public class BulkIssueResource {
    private final BulkService service;
    private final Posts posts;

    BulkIssueResource(BulkService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @POST
    @Operation(operationId = "issueKeys", summary = "Issues up to 500 keys, all or none; secrets are answered once")
    @APIResponseSchema(IssuedKeys.class)
    public Response issue(BulkIssue body) {
        return posts.once(
                body, () -> Answer.done(service.issue(Body.required(body))).withSecret());
    }
}
