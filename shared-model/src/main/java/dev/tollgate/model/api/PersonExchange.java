package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's sign-in at a provider is given for there (RFC 8693): the token for the server.
 *
 * @param audience what the provider calls the server; absent: the resource alone says whom the token is for
 * @param scopes of the token for the server; empty: those that the provider gives by itself
 * @param resource whom the token is for (RFC 8707); absent: the server's URL
 * @param withoutResource for a provider that does not take a {@code resource}
 */
public record PersonExchange(
        Subject subject,
        @Nullable String audience,
        List<String> scopes,
        @Nullable URI resource,
        boolean withoutResource) {
    public PersonExchange {
        scopes = List.copyOf(scopes);
    }

    /** Which of a sign-in's tokens is exchanged. */
    public enum Subject {
        ACCESS_TOKEN,
        ID_TOKEN
    }
}
