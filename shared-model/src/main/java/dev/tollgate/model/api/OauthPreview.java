package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What connecting to a server would come to, before anything is kept or registered.
 *
 * @param scopes that would be asked for
 * @param resource whom tokens would be for; absent: none would be named
 * @param grant what each person's sign-in would be given for; absent: its own tokens would be used
 */
public record OauthPreview(
        URI issuer,
        OauthCredential.KnownBy knownBy,
        List<String> scopes,
        @Nullable URI resource,
        @Nullable Grant grant) {
    public OauthPreview {
        scopes = List.copyOf(scopes);
    }

    public OauthPreview(URI issuer, OauthCredential.KnownBy knownBy, List<String> scopes, @Nullable URI resource) {
        this(issuer, knownBy, scopes, resource, null);
    }

    /**
     * A token for the server, in return for a person's sign-in.
     *
     * @param issuer who would give it: where people sign in, or the server's own provider
     * @param scopes that would be asked for
     * @param resource whom it would be for; absent: none would be named
     * @param exchanges whether the provider of the sign-in says that it exchanges tokens; absent: it does not say what it does
     * @param takesGrants whether the server's own provider says that it takes signed grants; absent: likewise, or there is none
     */
    public record Grant(
            URI issuer,
            List<String> scopes,
            @Nullable URI resource,
            @Nullable Boolean exchanges,
            @Nullable Boolean takesGrants) {
        public Grant {
            scopes = List.copyOf(scopes);
        }
    }
}
