package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OAuth's code flow towards a server, without a secret.
 *
 * @param issuer that was given; absent: the one that the server names
 * @param clientId that was given; absent: Tollgate makes itself known
 * @param method of the given client; absent: it has no secret
 * @param publicKey the JSON Web Key to give to the provider, for {@code PRIVATE_KEY_JWT}
 * @param changedAt since when the client's secret, or key, is what it is
 * @param exchange where each person's sign-in is given for a token for the server; all but it is the sign-in's
 * @param idJag where it is a grant for the server's own provider; likewise
 * @param found what was found when somebody was sent to the provider last; absent before
 */
public record OauthCredential(
        Who who,
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable ClientMethod method,
        List<String> scopes,
        @Nullable URI resource,
        boolean withoutResource,
        @Nullable Map<String, String> publicKey,
        Instant changedAt,
        @Nullable PersonExchange exchange,
        @Nullable IdJag idJag,
        @Nullable Found found) {
    public OauthCredential {
        scopes = List.copyOf(scopes);
    }

    /** With the tokens of the sign-in itself. */
    public OauthCredential(
            Who who,
            @Nullable URI issuer,
            @Nullable String clientId,
            @Nullable ClientMethod method,
            List<String> scopes,
            @Nullable URI resource,
            boolean withoutResource,
            @Nullable Map<String, String> publicKey,
            Instant changedAt,
            @Nullable Found found) {
        this(who, issuer, clientId, method, scopes, resource, withoutResource, publicKey, changedAt, null, null, found);
    }

    /** Which kind of credential it is. */
    public ServerCredential.Kind kind() {
        if (idJag != null) {
            return ServerCredential.Kind.PERSON_ID_JAG;
        }
        if (exchange != null) {
            return ServerCredential.Kind.PERSON_TOKEN_EXCHANGE;
        }
        return who == Who.TENANT ? ServerCredential.Kind.OAUTH : ServerCredential.Kind.PERSON_OAUTH;
    }

    /** Whose account at the provider calls are made with. */
    public enum Who {
        /** One for the tenant, which an admin connects. */
        TENANT,
        /** Each person connects their own. */
        EACH_PERSON
    }

    /** How a provider knows Tollgate. */
    public enum KnownBy {
        GIVEN_CLIENT,
        /** By the address of Tollgate's client document (Client ID Metadata Documents). */
        CLIENT_DOCUMENT,
        /** As a client that was registered for this server alone (RFC 7591). */
        REGISTRATION
    }

    /**
     * The provider, and Tollgate as it is known there.
     *
     * @param documented false if the provider publishes nothing of itself
     * @param method absent: the client has no secret
     * @param scopes asked for
     * @param resource whom tokens are for; absent: none is named
     * @param secretExpiresAt when Tollgate must register anew; absent: never
     */
    public record Found(
            URI issuer,
            boolean documented,
            String clientId,
            KnownBy knownBy,
            @Nullable ClientMethod method,
            List<String> scopes,
            @Nullable URI resource,
            Instant foundAt,
            @Nullable Instant secretExpiresAt) {
        public Found {
            scopes = List.copyOf(scopes);
        }
    }

    /** The same, with what was found. */
    public OauthCredential with(@Nullable Found newer) {
        return new OauthCredential(
                who,
                issuer,
                clientId,
                method,
                scopes,
                resource,
                withoutResource,
                publicKey,
                changedAt,
                exchange,
                idJag,
                newer);
    }
}
