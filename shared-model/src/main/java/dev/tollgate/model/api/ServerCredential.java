package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows the tenant by. Values are never given back.
 *
 * @param headers that each request to the server carries, or that each person gives values of; empty if it is of neither kind
 * @param clientCredentials of that kind
 * @param tokenExchange of that kind
 * @param oauth of that kind
 * @param token how the tenant's access token does, of the kinds that have one
 * @param lookAs whose connection Tollgate looks at the server with, where each person has one; absent until somebody's is named
 */
public record ServerCredential(
        Kind kind,
        List<Header> headers,
        @Nullable ClientCredentials clientCredentials,
        @Nullable TokenExchange tokenExchange,
        @Nullable OauthCredential oauth,
        @Nullable AccessTokenStatus token,
        @Nullable UUID lookAs,
        long version) {
    public ServerCredential(Kind kind, List<Header> headers, long version) {
        this(kind, headers, null, null, null, null, null, version);
    }

    public ServerCredential(ClientCredentials client, @Nullable AccessTokenStatus token, long version) {
        this(Kind.CLIENT_CREDENTIALS, List.of(), client, null, null, token, null, version);
    }

    public ServerCredential(TokenExchange exchange, @Nullable AccessTokenStatus token, long version) {
        this(Kind.TOKEN_EXCHANGE, List.of(), null, exchange, null, token, null, version);
    }

    public ServerCredential(
            OauthCredential oauth, @Nullable AccessTokenStatus token, @Nullable UUID lookAs, long version) {
        this(oauth.kind(), List.of(), null, null, oauth, token, lookAs, version);
    }

    public ServerCredential(List<Header> ofEachPerson, @Nullable UUID lookAs, long version) {
        this(Kind.PERSON_HEADERS, ofEachPerson, null, null, null, null, lookAs, version);
    }

    /** How the server is told who calls. */
    public enum Kind {
        NONE,
        HEADERS,
        CLIENT_CREDENTIALS,
        /** With a token that a provider gives for Tollgate's own. */
        TOKEN_EXCHANGE,
        /** Each person gives headers of their own. */
        PERSON_HEADERS,
        /** As an account of the tenant's that an admin connected. */
        OAUTH,
        /** As whoever calls; each person connects their own account. */
        PERSON_OAUTH,
        /** As whoever calls, with a token that a provider gives for each person's sign-in there. */
        PERSON_TOKEN_EXCHANGE,
        /** As whoever calls, with a token of the server's own provider, for which another vouches with each person's sign-in. */
        PERSON_ID_JAG
    }

    /** A header whose value is kept. */
    public record Header(String name, Instant changedAt) {}
}
