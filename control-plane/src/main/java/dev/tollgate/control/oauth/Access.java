package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tokens are asked for: of whom, as whom, for what.
 *
 * @param resource sent as {@code resource} (RFC 8707) with every request; null: none
 * @param scopes asked for; empty: {@code scope} is left out
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

    public Access withScopes(List<String> others) {
        return new Access(provider, client, resource, others);
    }
}
