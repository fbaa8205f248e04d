package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.1 as MCP's revisions 2025-03-26 to 2026-07-28 have it of clients. Keeps nothing between calls. Each call waits for
 * its provider, for bounded seconds, so none is made within a transaction.
 */
public interface OauthClient {
    /**
     * Asks a server without credentials, and finds who lets clients in to it.
     *
     * @return empty if it takes requests without credentials and names nobody
     * @throws IllegalArgumentException if what it, or its provider, says cannot be used, with the reason for an admin
     */
    Optional<Discovered> discover(URI server);

    /**
     * What a provider says of itself, for one that a tenant names.
     *
     * @throws IllegalArgumentException if that cannot be used, with the reason for an admin
     */
    Provider provider(URI issuer);

    /**
     * Makes Tollgate known to a provider: by the address of its client document, or else by registration (RFC 7591).
     *
     * @throws IllegalArgumentException if the provider takes neither; then the tenant must give a client
     */
    Registration register(Provider provider, Registration.Wanted wanted);

    /**
     * Where a person is sent to let Tollgate in, with PKCE. Asks for {@code offline_access} where the provider lists it.
     *
     * @throws IllegalArgumentException if the provider signs nobody in, or has no PKCE with S256
     */
    Departure depart(Access access, URI redirect);

    /**
     * Tokens for whoever came back.
     *
     * @throws IllegalArgumentException if the callback is not that departure's; then nothing was sent to anybody
     */
    TokenAnswer redeem(Access access, Departure.Kept kept, Callback callback);

    /** Tokens for a refresh token, for the same scopes and resource. Providers may let each be used once. */
    TokenAnswer refresh(Access access, String refreshToken);

    /** Tokens for Tollgate itself (RFC 6749, 4.4). */
    TokenAnswer clientCredentials(Access access);

    /**
     * Tokens for somebody, for a token of theirs (RFC 8693).
     *
     * @param audience the logical name of where it is to be used; null: the resource alone says it
     */
    TokenAnswer exchange(Access access, SubjectToken subject, @Nullable String audience);

    /**
     * Tokens that an enterprise's identity provider vouches for (MCP's enterprise-managed authorization): an ID-JAG of it for
     * the server's provider, which is then given to that provider as a grant (RFC 7523).
     *
     * @param vouching the identity provider, and as whom Tollgate comes to it; its resource and scopes are not looked at
     * @param access of the server's own provider
     */
    TokenAnswer vouched(Access vouching, SubjectToken subject, Access access);

    /** Tokens for a statement that somebody else signed (RFC 7523, 2.1), such as a workload's identity. */
    TokenAnswer assertion(Access access, String assertion);

    /**
     * Tells the provider that a token is not used any more (RFC 7009). A provider without such an endpoint is not told.
     *
     * @return whether it took it
     */
    boolean revoke(Access access, String token);
}
