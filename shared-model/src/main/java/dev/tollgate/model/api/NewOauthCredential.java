package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OAuth's code flow towards a server, as written by a client. With nothing but {@code who}, the server says who lets in to it,
 * and Tollgate makes itself known there.
 *
 * @param issuer of the provider; absent: the one that the server names
 * @param clientId of a client that the tenant has there; needs the issuer, because nobody else is shown its secret
 * @param method how the client shows who it is; absent: it has no secret
 * @param secret absent to keep the one that is stored for this issuer and client
 * @param scopes asked for; absent: those that the server names
 * @param resource whom tokens are for (RFC 8707); absent: what the server says of itself, else its URL
 * @param withoutResource for a provider that does not take a {@code resource}
 * @param exchange where each person's sign-in is given for a token for the server at the same provider; the fields above are
 *     then the sign-in's, which has no resource
 * @param idJag where it is a grant for the server's own provider; likewise
 */
public record NewOauthCredential(
        OauthCredential.Who who,
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable ClientMethod method,
        @Nullable String secret,
        @Nullable List<String> scopes,
        @Nullable URI resource,
        @Nullable Boolean withoutResource,
        @Nullable NewPersonExchange exchange,
        @Nullable NewIdJag idJag) {
    /** With the tokens of the sign-in itself. */
    public NewOauthCredential(
            OauthCredential.Who who,
            @Nullable URI issuer,
            @Nullable String clientId,
            @Nullable ClientMethod method,
            @Nullable String secret,
            @Nullable List<String> scopes,
            @Nullable URI resource,
            @Nullable Boolean withoutResource) {
        this(who, issuer, clientId, method, secret, scopes, resource, withoutResource, null, null);
    }

    /** All of it as the server says. */
    public NewOauthCredential(OauthCredential.Who who) {
        this(who, null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "NewOauthCredential[" + who + "]";
    }
}
