package dev.tollgate.control.oauth;

import dev.tollgate.model.oauth.Scopes;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of who lets clients in (RFC 9728), checked against where it was asked.
 *
 * @param resource its identifier, exactly as published, for RFC 8707; null if it publishes none, as before 2025-06-18
 * @param authorizationServers issuers, at least one; the server's own origin if it publishes none
 * @param scopes what a client should ask for: those of the challenge, else those that the server lists; empty: none
 */
public record Protected(@Nullable URI resource, List<URI> authorizationServers, List<String> scopes) {
    public Protected {
        authorizationServers = List.copyOf(authorizationServers);
        scopes = Scopes.of(scopes);
        if (authorizationServers.isEmpty()) {
            throw new IllegalArgumentException("names no authorization server");
        }
    }
}
