package dev.tollgate.gateway.edge.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.gateway.identity.Scope;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.wire.WireJson;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What a client must know to have a token for the gateway (RFC 9728, section 2).
 *
 * @param resource what tokens are for
 */
public record ResourceMetadata(
        String resource,
        @JsonProperty("authorization_servers") List<String> authorizationServers,
        @JsonProperty("scopes_supported") List<String> scopesSupported,
        @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported,
        @JsonProperty("dpop_signing_alg_values_supported") List<String> proofAlgorithms,
        @JsonProperty("resource_name") String name) {
    static ResourceMetadata of(String base, Collection<String> issuers) {
        return new ResourceMetadata(
                base + PublicUrls.RESOURCE_PATH,
                List.copyOf(issuers),
                Arrays.stream(Scope.values()).map(Scope::text).toList(),
                List.of("header"),
                IssuerKey.ALGORITHMS.stream().sorted().toList(),
                "Tollgate");
    }

    /** As JSON. */
    public static byte[] json(String base, Collection<String> issuers) {
        return WireJson.encode(of(base, issuers));
    }
}
