package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a provider gives for another token (RFC 8693), as written by a client.
 *
 * @param client at the provider, and what the token for the server is to be
 * @param audience what the provider calls the server; absent: the resource alone says whom the token is for
 * @param subjectScopes of the token that is exchanged, which is Tollgate's own; absent: those that the provider gives by itself
 */
public record NewTokenExchange(
        NewClientCredentials client,
        @Nullable String audience,
        @Nullable List<String> subjectScopes) {}
