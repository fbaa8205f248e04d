package dev.tollgate.control.key;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.RevokedKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Revokes many keys at once, over HTTP. */
@Path("/keys/bulk-revoke")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RolesAllowed({OWNER, ADMIN})
public class BulkRevokeResource {
    private final BulkService service;
    private final Posts posts;

    BulkRevokeResource(BulkService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @POST
    @Operation(
            operationId = "revokeKeys",
            summary = "Revokes keys by id, owner or label, whatever their version; all or none")
    @APIResponseSchema(RevokedKeys.class)
    public Response revoke(BulkRevoke body) {
        return posts.once(body, () -> Answer.done(service.revoke(Body.required(body))));
    }
}
