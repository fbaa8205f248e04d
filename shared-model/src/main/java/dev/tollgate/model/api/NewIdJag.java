package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's own provider, which takes a person's sign-in elsewhere as a grant (ID-JAG), as written by a client.
 *
 * @param issuer of the server's provider; nobody else is shown a grant for it, or the secret
 * @param clientId of a client that the tenant has there
 * @param method how that client shows who it is; absent: it has no secret
 * @param secret absent to keep the one that is stored for this issuer and client; none for {@code PRIVATE_KEY_JWT}
 * @param scopes of the token for the server; absent: those that its provider gives by itself
 * @param resource whom the token is for (RFC 8707); absent: the server's URL
 * @param withoutResource for providers that do not take a {@code resource}
 */
public record NewIdJag(
        URI issuer,
        String clientId,
        @Nullable ClientMethod method,
        @Nullable String secret,
        @Nullable List<String> scopes,
        @Nullable URI resource,
        @Nullable Boolean withoutResource) {
    /** The same again, with the secret that is stored. */
    public static NewIdJag of(IdJag stored) {
        return new NewIdJag(
                stored.issuer(),
                stored.clientId(),
                stored.method(),
                null,
                stored.scopes(),
                stored.resource(),
                stored.withoutResource());
    }

    @Override
    public String toString() {
        return "NewIdJag[" + issuer + "]";
    }
}
