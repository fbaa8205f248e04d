package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's sign-in at a provider is given for there (RFC 8693), as written by a client: the token for the server.
 *
 * @param subject which of the sign-in's tokens is exchanged; absent: the access token
 * @param audience what the provider calls the server; absent: the resource alone says whom the token is for
 * @param scopes of the token for the server; absent: those that the provider gives by itself
 * @param resource whom the token is for (RFC 8707); absent: the server's URL
 * @param withoutResource for a provider that does not take a {@code resource}
 */
public record NewPersonExchange(
        PersonExchange.@Nullable Subject subject,
        @Nullable String audience,
        @Nullable List<String> scopes,
        @Nullable URI resource,
        @Nullable Boolean withoutResource) {
    /** The same again. */
    public static NewPersonExchange of(PersonExchange stored) {
        return new NewPersonExchange(
                stored.subject(), stored.audience(), stored.scopes(), stored.resource(), stored.withoutResource());
    }
}
