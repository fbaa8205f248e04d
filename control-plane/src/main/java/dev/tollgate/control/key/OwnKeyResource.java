package dev.tollgate.control.key;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NextSecret;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.key.KeySecret;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a virtual key may do for itself, over HTTP. No person signs in here: the bearer is the key, and names its tenant. */
@Path("/own-key")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@PermitAll
@SecurityScheme(
        securitySchemeName = OwnKeyResource.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A virtual key, as gateways take it")
public class OwnKeyResource {
    static final String SCHEME = "virtualKey";
    private static final String BEARER = "Bearer ";

    private final KeyTenants tenants;
    private final TenantScope scope;
    private final OwnKeyService service;
    private final Posts posts;
    private final HttpServerRequest request;

    OwnKeyResource(
            KeyTenants tenants, TenantScope scope, OwnKeyService service, Posts posts, HttpServerRequest request) {
        this.tenants = tenants;
        this.scope = scope;
        this.service = service;
        this.posts = posts;
        this.request = request;
    }

    @POST
    @Path("/rotate")
    @Operation(
            operationId = "rotateOwnKey",
            summary = "Gives a key that has automatic rotation its next secret, answered once, to whoever holds it",
            description =
                    "The bearer is the virtual key itself. The secret that was current ends after the key's overlap.")
    @SecurityRequirement(name = SCHEME)
    @APIResponseSchema(value = NextSecret.class, responseCode = "200")
    public Response rotate(@HeaderParam("Authorization") @Parameter(hidden = true) @Nullable String authorization) {
        KeySecret presented = presented(authorization).orElseThrow(OwnKeyResource::refused);
        TenantId tenant = tenants.of(presented.keyId()).orElseThrow(OwnKeyResource::refused);
        // The connection's own address: what a header says of it is believed here as little as at a gateway.
        InetAddress source = InetAddress.ofLiteral(request.remoteAddress().hostAddress());
        return scope.call(tenant, () -> {
            service.admit(presented, source);
            return posts.onceAs(
                    "key:" + presented.keyId(),
                    null,
                    () -> Answer.done(service.rotate(presented, source)).withSecret());
        });
    }

    private static Optional<KeySecret> presented(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? KeySecret.parse(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Refused refused() {
        return new Refused(new Refusal.KeyNotAccepted());
    }
}
