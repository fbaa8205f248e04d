package dev.tollgate.control.key;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.key.KeyStore.KeyFilter;
import dev.tollgate.control.key.KeyStore.Label;
import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Virtual keys over HTTP. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class KeyResource {
    private final KeyService service;
    private final KeyTools tools;
    private final Posts posts;

    KeyResource(KeyService service, KeyTools tools, Posts posts) {
        this.service = service;
        this.tools = tools;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listKeys", summary = "Virtual keys, by name")
    public Page<VirtualKey> list(
            @BeanParam PageParams page,
            @QueryParam("q") @Nullable String search,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = VirtualKey.State.class)) @Nullable
                    String state,
            @QueryParam("environment") @Parameter(schema = @Schema(implementation = UUID.class)) @Nullable
                    String environment,
            @Parameter(description = "Whom they belong to, as team:<uuid>") @QueryParam("owner") @Nullable String owner,
            @Parameter(description = "A label that they have, as name:value") @QueryParam("label") @Nullable
                    String label) {
        KeyFilter filter = new KeyFilter(
                search,
                Filter.of(VirtualKey.State.class, "state", state),
                Filter.id("environment", environment),
                Filter.subject("owner", owner),
                Label.of(label));
        return service.list(page.toRequest(), filter);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "issueKey", summary = "Issues a key; its secret is answered once")
    @APIResponseSchema(value = IssuedKey.class, responseCode = "201")
    public Response issue(NewKey body) {
        return posts.once(body, () -> {
            IssuedKey issued = service.issue(Body.required(body));
            return Answer.created(
                            "/keys/" + issued.key().id(), issued, issued.key().version())
                    .withSecret();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getKey", summary = "One virtual key, without its secret")
    @APIResponseSchema(VirtualKey.class)
    public Response get(@PathParam("id") String id) {
        return answer(service.get(id)).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "updateKey", summary = "Changes everything of a key but its environment")
    @APIResponseSchema(VirtualKey.class)
    public Response update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, NewKey body) {
        return answer(service.update(id, Body.required(body), Precondition.required(ifMatch)))
                .toResponse();
    }

    @POST
    @Path("/{id}/rotate")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "rotateKey", summary = "Gives the key a new secret, answered once, with an overlap")
    @APIResponseSchema(IssuedKey.class)
    public Response rotate(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable RotateKey body) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(body, () -> {
            @Nullable Long overlap = body == null ? null : body.overlapSeconds();
            IssuedKey rotated = service.rotate(id, overlap, precondition);
            return Answer.ok(rotated, rotated.key().version()).withSecret();
        });
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "revokeKey", summary = "Revokes the key for good")
    @APIResponseSchema(VirtualKey.class)
    public Response revoke(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable RevokeKey body) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.once(body, () -> {
            @Nullable String reason = body == null ? null : body.reason();
            return answer(service.revoke(id, reason, precondition));
        });
    }

    @GET
    @Path("/{id}/tools")
    @Operation(operationId = "listKeyTools", summary = "The tools that the key sees, under the names that agents use")
    public List<VisibleTool> tools(@PathParam("id") String id) {
        return tools.seenBy(id);
    }

    private static Answer answer(VirtualKey key) {
        return Answer.ok(key, key.version());
    }
}
