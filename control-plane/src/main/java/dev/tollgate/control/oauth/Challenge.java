package dev.tollgate.control.oauth;

import dev.tollgate.model.oauth.BearerChallenge;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks of whoever has no token, or too little of one (RFC 9728, 5.1); untrusted.
 *
 * @param resourceMetadata where the server describes itself, if it says
 * @param scopes that the request needs; empty if it does not say
 */
record Challenge(@Nullable URI resourceMetadata, List<String> scopes) {
    static final Challenge NONE = new Challenge(null, List.of());

    /**
     * The first of the scheme Bearer; {@link #NONE} if there is none.
     *
     * @throws IllegalArgumentException if what it names is no address or no scope
     */
    static Challenge of(List<String> headers) {
        return BearerChallenge.of(headers).map(Challenge::read).orElse(NONE);
    }

    private static Challenge read(BearerChallenge said) {
        try {
            return new Challenge(
                    said.parameter("resource_metadata").map(URI::create).orElse(null), said.scopes());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("asks for authorization in a way that cannot be read", e);
        }
    }
}
