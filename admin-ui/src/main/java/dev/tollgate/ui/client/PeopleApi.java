package dev.tollgate.ui.client;

import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.NewPassword;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PeopleMapping;
import dev.tollgate.model.api.RedirectUri;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.ScimTokenInfo;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.UserRoles;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Who signs in for the tenant, and through which identity provider. */
public interface PeopleApi {
    @GET
    @Path("/users")
    Page<User> users(
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/users")
    InvitedUser inviteUser(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, InviteUser person);

    @PUT
    @Path("/users/{id}/roles")
    User changeRoles(@PathParam("id") String id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, UserRoles roles);

    @POST
    @Path("/users/{id}/password")
    NewPassword renewPassword(
            @PathParam("id") String id,
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch,
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey);

    /** Fails with status 404 where none is linked. */
    @GET
    @Path("/identity-provider")
    IdentityProvider identityProvider();

    @GET
    @Path("/identity-provider/redirect-uri")
    RedirectUri redirectUri();

    @PUT
    @Path("/identity-provider")
    IdentityProvider linkIdentityProvider(
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewIdentityProvider provider);

    @DELETE
    @Path("/identity-provider")
    void unlinkIdentityProvider(@HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @POST
    @Path("/identity-provider/live")
    IdentityProvider takeIdentityProviderLive(@HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @POST
    @Path("/identity-provider/trial")
    SignInTrial tryIdentityProvider();

    /** Fails with status 404 where there was none. */
    @GET
    @Path("/identity-provider/trial")
    SignInTrial identityProviderTrial();

    @GET
    @Path("/scim-token")
    ScimTokenInfo scimToken();

    @POST
    @Path("/scim-token")
    IssuedScimToken issueScimToken(
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, RotateScimToken rotation);

    @DELETE
    @Path("/scim-token")
    void revokeScimToken();

    @GET
    @Path("/people-mapping")
    PeopleMapping peopleMapping();

    @PUT
    @Path("/people-mapping")
    PeopleMapping mapPeople(@HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewPeopleMapping mapping);
}
