package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;

/**
 * A tenant's own identity provider (OpenID Connect), through which its people sign in.
 *
 * @param discoveryUrl its OpenID Provider Configuration
 * @param issuer as its configuration says
 * @param clientId what it knows Tollgate as; its secret is never answered
 * @param domains of email addresses that are sent there to sign in
 * @param redirectUri that the provider must allow for this client
 * @param live whether people are sent there; until then only whoever tries it ({@link SignInTrial}) comes through it
 */
public record IdentityProvider(
        URI discoveryUrl,
        URI issuer,
        String clientId,
        List<String> domains,
        URI redirectUri,
        boolean live,
        long version) {}
