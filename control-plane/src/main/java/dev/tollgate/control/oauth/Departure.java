package dev.tollgate.control.oauth;

import java.net.URI;

/**
 * A person sent to a provider.
 *
 * @param address where the browser goes
 * @param kept what the return is held to; a secret, of this one departure
 */
public record Departure(URI address, Kept kept) {
    /**
     * @param state comes back, and comes once
     * @param verifier of PKCE (RFC 7636)
     * @param issuer who must be the one that answers (RFC 9207)
     * @param redirect where the person comes back to, exactly
     */
    public record Kept(String state, String verifier, URI issuer, URI redirect) {
        @Override
        public String toString() {
            return "kept for " + issuer;
        }
    }

    @Override
    public String toString() {
        return "departure to " + kept.issuer();
    }
}
