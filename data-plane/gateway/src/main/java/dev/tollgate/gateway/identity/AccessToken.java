package dev.tollgate.gateway.identity;

import dev.tollgate.model.config.IssuerKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says, once its signature, issuer and audience were found good; never the token itself.
 *
 * @param organization the issuer's id of the tenant; absent if it names none
 * @param signedBy the key that its signature was found good by
 * @param person the issuer's id of who signed in ({@code sub})
 * @param client that it was given to ({@code azp})
 * @param session the sign-in that it comes from ({@code sid}); absent if it names none
 * @param proofKey the thumbprint of the key that proofs must be made with ({@code cnf.jkt}, RFC 9449); absent if whoever has
 *     the token may use it
 */
public record AccessToken(
        String issuer,
        @Nullable String organization,
        IssuerKey signedBy,
        String person,
        String client,
        @Nullable String session,
        Set<Scope> scopes,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String proofKey) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    public boolean covers(Set<Scope> needed) {
        return scopes.containsAll(needed);
    }
}
