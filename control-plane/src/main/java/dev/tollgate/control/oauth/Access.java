package dev.tollgate.control.oauth;

import dev.tollgate.model.oauth.Scopes;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tokens are asked for: of whom, as whom, for what.
 *
 * @param resource sent as {@code resource} (RFC 8707) with every request; null: none
 * @param scopes asked for; empty: the parameter is left out
 */
public record Access(
        Provider provider, ClientIdentity client, @Nullable URI resource, List<String> scopes) {
    public Access {
        scopes = Scopes.of(scopes);
    }

    public static Access to(Discovered discovered, ClientIdentity client) {
        return new Access(
                discovered.provider(),
                client,
                discovered.server().resource(),
                discovered.server().scopes());
    }

    /** For what a challenge asks beside what was asked for before: a grant replaces the one before it, and loses nothing. */
    public Access widened(List<String> challenged) {
        return withScopes(Stream.concat(scopes.stream(), challenged.stream()).toList());
    }

    public Access withScopes(List<String> others) {
        return new Access(provider, client, resource, others);
    }
}
