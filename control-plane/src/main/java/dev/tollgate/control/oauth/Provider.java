package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server, as it describes itself (RFC 8414, OpenID Connect Discovery 1.0); its issuer and every address in
 * it were judged. What a provider without a document is believed to be, too (MCP 2025-03-26): then all lists are null.
 *
 * @param issuer exactly as published
 * @param authorizationEndpoint null where it signs nobody in, such as one for client credentials alone
 * @param scopes null if it does not say; likewise the other lists
 * @param issInCallback whether callbacks carry {@code iss} (RFC 9207)
 * @param clientDocuments whether a client may be an https address (Client ID Metadata Documents)
 * @param documented false if it publishes nothing and its endpoints are the default ones
 */
public record Provider(
        URI issuer,
        @Nullable URI authorizationEndpoint,
        URI tokenEndpoint,
        @Nullable URI registrationEndpoint,
        @Nullable URI revocationEndpoint,
        @Nullable Set<String> scopes,
        @Nullable Set<String> tokenAuthMethods,
        @Nullable Set<String> grantTypes,
        @Nullable Set<String> codeChallengeMethods,
        boolean issInCallback,
        boolean clientDocuments,
        boolean documented) {
    public Provider {
        scopes = scopes == null ? null : Set.copyOf(scopes);
        tokenAuthMethods = tokenAuthMethods == null ? null : Set.copyOf(tokenAuthMethods);
        grantTypes = grantTypes == null ? null : Set.copyOf(grantTypes);
        codeChallengeMethods = codeChallengeMethods == null ? null : Set.copyOf(codeChallengeMethods);
    }

    /** The method by which a client with a secret says who it is: basic unless the provider takes only the other. */
    public ClientIdentity.SecretMethod secretMethod() {
        boolean postAlone = tokenAuthMethods != null
                && tokenAuthMethods.contains("client_secret_post")
                && !tokenAuthMethods.contains("client_secret_basic");
        return postAlone ? ClientIdentity.SecretMethod.POST : ClientIdentity.SecretMethod.BASIC;
    }

    /** What one without a document is believed to be (MCP 2025-03-26, default endpoints). */
    public static Provider withoutDocument(URI issuer) {
        return new Provider(
                issuer,
                issuer.resolve("/authorize"),
                issuer.resolve("/token"),
                issuer.resolve("/register"),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false);
    }

    /** Whether it says that it exchanges tokens (RFC 8693); null if it does not say what it does. */
    public @Nullable Boolean exchanges() {
        return grantTypes == null ? null : grantTypes.contains(GrantTypes.EXCHANGE);
    }

    /** Whether it says that it takes statements that somebody else signed (RFC 7523); null if it does not say what it does. */
    public @Nullable Boolean takesAssertions() {
        return grantTypes == null ? null : grantTypes.contains(GrantTypes.ASSERTION);
    }

    /**
     * Where people are sent to it.
     *
     * @throws IllegalArgumentException if it signs nobody in, or has no PKCE with S256
     */
    public URI signIn() {
        if (authorizationEndpoint == null) {
            throw new IllegalArgumentException("signs nobody in: it has no authorization_endpoint");
        }
        if (!hasPkce()) {
            throw new IllegalArgumentException("does not say that it has PKCE with S256, which Tollgate insists on");
        }
        return authorizationEndpoint;
    }

    /** Whether it proves that a code is redeemed by whoever asked for it. One that publishes nothing must be tried. */
    boolean hasPkce() {
        return !documented || codeChallengeMethods != null && codeChallengeMethods.contains("S256");
    }
}
