package dev.tollgate.control.federation;

import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.RedirectUri;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's own identity provider over HTTP. */
@Path("/identity-provider")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@RolesAllowed(OWNER)
public class IdentityProviderResource {
    private final IdentityProviderService service;

    IdentityProviderResource(IdentityProviderService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getIdentityProvider",
            summary = "The identity provider that the tenant's people sign in with, without its secret")
    @APIResponseSchema(IdentityProvider.class)
    public Response get() {
        return answer(service.get());
    }

    @GET
    @Path("/redirect-uri")
    @Operation(
            operationId = "getRedirectUri",
            summary = "What an identity provider must allow as redirect URI, before or after it is linked")
    public RedirectUri redirectUri() {
        return service.redirectUri();
    }

    @PUT
    @Operation(
            operationId = "putIdentityProvider",
            summary = "Links an identity provider (OpenID Connect) by its discovery document",
            description = "If-Match is * where none is linked yet. Whoever signs in through it becomes a member"
                    + " without roles, which PUT /users/{id}/roles gives. A new one is tried first (POST /identity-provider/trial) and"
                    + " taken live (POST /identity-provider/live).")
    @APIResponseSchema(IdentityProvider.class)
    public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, NewIdentityProvider body) {
        return answer(service.put(Body.required(body), Precondition.required(ifMatch)));
    }

    @POST
    @Path("/live")
    @Operation(
            operationId = "takeIdentityProviderLive",
            summary = "Sends people to the identity provider from now on",
            description = "Until then it serves trials alone. One that is live stays so when it is changed.")
    @APIResponseSchema(value = IdentityProvider.class, responseCode = "200")
    public Response goLive(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(service.goLive(Precondition.required(ifMatch)));
    }

    @DELETE
    @Operation(operationId = "deleteIdentityProvider", summary = "Unlinks the identity provider")
    public void delete(@HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(Precondition.required(ifMatch));
    }

    private static Response answer(IdentityProvider provider) {
        return Answer.ok(provider, provider.version()).toResponse();
    }
}
