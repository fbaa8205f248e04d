package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OAuth's client credentials (RFC 6749, 4.4), as written by a client.
 *
 * @param issuer of the provider; nobody else is shown the secret
 * @param secret absent to keep the one that is stored for this issuer and client; none for {@code PRIVATE_KEY_JWT}
 * @param scopes asked for; absent: what the provider gives by itself
 * @param resource whom the token is for (RFC 8707); absent: the server's URL
 * @param withoutResource for a provider that does not take a {@code resource}
 */
public record NewClientCredentials(
        URI issuer,
        String clientId,
        ClientMethod method,
        @Nullable String secret,
        @Nullable List<String> scopes,
        @Nullable URI resource,
        @Nullable Boolean withoutResource) {
    @Override
    public String toString() {
        return "NewClientCredentials[" + issuer + "]";
    }
}
