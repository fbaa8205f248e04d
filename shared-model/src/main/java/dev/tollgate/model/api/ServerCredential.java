package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows the tenant by. Values are never given back.
 *
 * @param headers that each request to the server carries; empty if it is not of that kind
 * @param clientCredentials of that kind
 * @param tokenExchange of that kind
 * @param token how the access token does, of the kinds that have one
 */
public record ServerCredential(
        Kind kind,
        List<Header> headers,
        @Nullable ClientCredentials clientCredentials,
        @Nullable TokenExchange tokenExchange,
        @Nullable AccessTokenStatus token,
        long version) {
    public ServerCredential(Kind kind, List<Header> headers, long version) {
        this(kind, headers, null, null, null, version);
    }

    public ServerCredential(ClientCredentials client, @Nullable AccessTokenStatus token, long version) {
        this(Kind.CLIENT_CREDENTIALS, List.of(), client, null, token, version);
    }

    public ServerCredential(TokenExchange exchange, @Nullable AccessTokenStatus token, long version) {
        this(Kind.TOKEN_EXCHANGE, List.of(), null, exchange, token, version);
    }

    /** How the server is told who calls. */
    public enum Kind {
        NONE,
        HEADERS,
        CLIENT_CREDENTIALS,
        /** With a token that a provider gives for Tollgate's own. */
        TOKEN_EXCHANGE
    }

    /** A header whose value is kept. */
    public record Header(String name, Instant changedAt) {}
}
