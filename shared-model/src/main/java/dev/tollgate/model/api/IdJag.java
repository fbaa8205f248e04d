package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's own provider, which takes a person's sign-in elsewhere as a grant (ID-JAG), and Tollgate's client there; without
 * a secret.
 *
 * @param method absent: the client has no secret
 * @param scopes of the token for the server; empty: those that its provider gives by itself
 * @param resource whom the token is for (RFC 8707); absent: the server's URL
 * @param withoutResource for providers that do not take a {@code resource}
 * @param publicKey the JSON Web Key to give to the server's provider, for {@code PRIVATE_KEY_JWT}
 * @param changedAt since when the client's secret, or key, is what it is
 */
public record IdJag(
        URI issuer,
        String clientId,
        @Nullable ClientMethod method,
        List<String> scopes,
        @Nullable URI resource,
        boolean withoutResource,
        @Nullable Map<String, String> publicKey,
        Instant changedAt) {
    public IdJag {
        scopes = List.copyOf(scopes);
    }
}
