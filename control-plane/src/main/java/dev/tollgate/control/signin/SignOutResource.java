package dev.tollgate.control.signin;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.users.PublishedPeople;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where the realm says that someone has signed out (OpenID Connect Back-Channel Logout 1.0). No person signs in here and no
 * client of the API has any use for it: the token that comes is the realm's own word.
 */
@Path("/back-channel-logout")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SignOutResource {
    private final RealmIssuer realm;
    private final PeopleTenants tenants;
    private final TenantScope scope;
    private final Changes changes;
    private final PublishedPeople people;
    private final Set<String> audiences;

    SignOutResource(
            RealmIssuer realm,
            PeopleTenants tenants,
            TenantScope scope,
            Changes changes,
            PublishedPeople people,
            @ConfigProperty(name = "tollgate.sign-in.logout-clients") Set<String> audiences) {
        this.realm = realm;
        this.tenants = tenants;
        this.scope = scope;
        this.changes = changes;
        this.people = people;
        this.audiences = Set.copyOf(audiences);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signedOut(@FormParam("logout_token") @Nullable String text) {
        LogoutToken token = read(text).orElseThrow(SignOutResource::refused);
        tenants.of(token.person())
                .ifPresent(tenant -> scope.run(
                        tenant,
                        () -> changes.make(change -> {
                            if (token.session() == null) {
                                people.endAll(change, token.person());
                            } else {
                                people.endSession(change, token.person(), token.session(), token.issuedAt());
                            }
                            return tenant;
                        })));
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private Optional<LogoutToken> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Issuer known = realm.latest().orElseGet(realm::ask);
        return LogoutToken.read(text, known, audiences, Instant.now());
    }

    private static Refused refused() {
        return new Refused(new Refusal.Malformed("There is no logout token of the realm for one of its clients here."));
    }
}
