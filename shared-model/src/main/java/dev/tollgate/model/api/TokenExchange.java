package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a provider gives for another token (RFC 8693), without a secret.
 *
 * @param client at the provider, and what the token for the server is
 * @param audience what the provider calls the server; absent: the resource alone says whom the token is for
 * @param subjectScopes of the token that is exchanged, which is Tollgate's own
 */
public record TokenExchange(
        ClientCredentials client, @Nullable String audience, List<String> subjectScopes) {
    public TokenExchange {
        subjectScopes = List.copyOf(subjectScopes);
    }
}
