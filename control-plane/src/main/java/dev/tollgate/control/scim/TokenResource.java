package dev.tollgate.control.scim;

import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.ScimTokenInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The token of the tenant's directory over HTTP. */
@Path("/scim-token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@RolesAllowed(OWNER)
public class TokenResource {
    private final TokenService service;
    private final Posts posts;

    TokenResource(TokenService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(
            operationId = "getScimToken",
            summary = "Where a directory finds SCIM, and whether it has a token; never the token itself")
    public ScimTokenInfo get() {
        return service.get();
    }

    @POST
    @Operation(
            operationId = "issueScimToken",
            summary = "Makes the token that the tenant's directory signs in to SCIM with, or another in its place",
            description = "It is answered once. The one before ends at once, or after overlapSeconds.")
    @APIResponseSchema(value = IssuedScimToken.class, responseCode = "200")
    public Response issue(@Nullable RotateScimToken body) {
        return posts.once(
                body,
                () -> Answer.done(service.issue(body == null ? null : body.overlapSeconds()))
                        .withSecret());
    }

    @DELETE
    @Operation(operationId = "revokeScimToken", summary = "Revokes the token; people stay as they are")
    public void revoke() {
        service.revoke();
    }
}
