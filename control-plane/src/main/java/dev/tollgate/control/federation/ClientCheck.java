package dev.tollgate.control.federation;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.Callback;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.Departure;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Whether a provider knows a client by its secret, before anyone is sent there: it is asked to redeem a code that nobody was
 * given. Whoever knows the client says that the code is wrong, and whoever does not says that the client is (RFC 6749, 5.2).
 */
@ApplicationScoped
class ClientCheck {
    private static final String NO_CODE = "a-code-that-nobody-was-given";
    /** Keycloak has the second for a wrong secret. */
    private static final Set<String> UNKNOWN = Set.of("invalid_client", "unauthorized_client");

    private final OauthClient oauth;

    ClientCheck(OauthClient oauth) {
        this.oauth = oauth;
    }

    /**
     * Whether the provider says that it does not know the client. One that is away, or looks at the code first, does not
     * say; then a trial shows it.
     *
     * @param redirect where the client's people come back to
     * @throws IllegalArgumentException if no request can be made of them, with the reason for an admin
     */
    boolean isRefused(Provider provider, String clientId, String clientSecret, URI redirect) {
        Access access = new Access(
                asked(provider),
                new ClientIdentity.Secret(clientId, clientSecret, ClientIdentity.SecretMethod.BASIC),
                null,
                List.of());
        Departure.Kept kept = oauth.depart(access, redirect).kept();
        TokenAnswer answer = oauth.redeem(access, kept, new Callback(NO_CODE, kept.state(), null, null, null));
        return answer instanceof TokenAnswer.TokenRefused refused && UNKNOWN.contains(refused.error());
    }

    private static dev.tollgate.control.oauth.Provider asked(Provider provider) {
        return new dev.tollgate.control.oauth.Provider(
                provider.issuer(),
                URI.create(provider.endpoint("authorization_endpoint")),
                URI.create(provider.endpoint("token_endpoint")),
                null,
                null,
                null,
                null,
                null,
                Set.of("S256"),
                false,
                false,
                true);
    }
}
