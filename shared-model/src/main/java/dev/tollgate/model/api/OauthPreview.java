package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What connecting to a server would come to, before anything is kept or registered.
 *
 * @param scopes that would be asked for
 * @param resource whom tokens would be for; absent: none would be named
 */
public record OauthPreview(
        URI issuer,
        OauthCredential.KnownBy knownBy,
        List<String> scopes,
        @Nullable URI resource) {
    public OauthPreview {
        scopes = List.copyOf(scopes);
    }
}
