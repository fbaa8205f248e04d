package dev.tollgate.control.users;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.NewPassword;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.UserRoles;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's people over HTTP. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RolesAllowed({OWNER, ADMIN})
public class UserResource {
    private final UserService service;
    private final Posts posts;

    UserResource(UserService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listUsers", summary = "Who signs in for the tenant, by email address")
    public Page<User> list(
            @BeanParam PageParams page,
            @Parameter(description = "A part of the name or the email address") @QueryParam("q") @Nullable
                    String search) {
        return service.list(page.toRequest(), search);
    }

    @POST
    @Operation(
            operationId = "inviteUser",
            summary = "Makes someone a member, with a password for the first sign-in, and a subject",
            description = "The password is answered once, to be handed on. Deleting the subject ends the membership and"
                    + " the account.")
    @APIResponseSchema(value = InvitedUser.class, responseCode = "201")
    public Response invite(InviteUser body) {
        return posts.onceApart(body, () -> {
            InvitedUser invited = service.invite(Body.required(body));
            return Answer.created(
                            "/users/" + invited.user().id(),
                            invited,
                            invited.user().version())
                    .withSecret();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "One of the tenant's people")
    @APIResponseSchema(User.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(service.get(id.toString()));
    }

    @PUT
    @Path("/{id}/roles")
    @Operation(
            operationId = "changeUserRoles",
            summary = "Gives someone these roles and no others; they count from their next token on")
    @APIResponseSchema(User.class)
    public Response changeRoles(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, UserRoles body) {
        return answer(service.changeRoles(id.toString(), Body.required(body).roles(), Precondition.required(ifMatch)));
    }

    @POST
    @Path("/{id}/password")
    @Operation(
            operationId = "renewUserPassword",
            summary = "Gives someone another password for the next sign-in, in place of any, and ends their sessions",
            description =
                    "It is answered once, to be handed on. An owner is given one by owners alone, and nobody who signs"
                            + " in through the tenant's own identity provider has one.")
    @APIResponseSchema(NewPassword.class)
    public Response renewPassword(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Precondition precondition = Precondition.required(ifMatch);
        return posts.onceApart(null, () -> {
            NewPassword renewed = service.renewPassword(id.toString(), precondition);
            return Answer.ok(renewed, renewed.user().version()).withSecret();
        });
    }

    private static Response answer(User user) {
        return Answer.ok(user, user.version()).toResponse();
    }
}
