package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OAuth's client credentials, without their secret.
 *
 * @param publicKey the JSON Web Key to give to the provider, for {@code PRIVATE_KEY_JWT}
 * @param changedAt since when the secret, or the key, is what it is
 */
public record ClientCredentials(
        URI issuer,
        String clientId,
        ClientMethod method,
        List<String> scopes,
        @Nullable URI resource,
        boolean withoutResource,
        @Nullable Map<String, String> publicKey,
        Instant changedAt) {}
