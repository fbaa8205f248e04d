package dev.tollgate.control.federation;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An OpenID provider that may be used.
 *
 * @param endpoints by the names that its document has for them
 */
record Provider(URI discoveryUrl, URI issuer, Map<String, URI> endpoints) {
    static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");

    Provider {
        endpoints = Map.copyOf(endpoints);
    }

    String endpoint(String name) {
        URI address = endpoints.get(name);
        if (address == null) {
            throw new IllegalArgumentException("a provider without " + name);
        }
        return address.toString();
    }
}
