package dev.tollgate.gateway.upstream;

import dev.tollgate.model.oauth.BearerChallenge;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's word that the token which a request carried is not what it wants (RFC 6750, 3.1). The scopes are the server's own
 * words and untrusted.
 *
 * @param scopes that it asks for; empty: it does not take the token at all
 * @param token which one it was; absent where the request carried none that is renewed, or one that is another by now
 */
public record TokenChallenge(List<String> scopes, @Nullable Long token) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    public TokenChallenge {
        scopes = List.copyOf(scopes);
    }

    /**
     * Null if the status says nothing of the token, or lacks the words for it.
     *
     * @param headers {@code WWW-Authenticate}
     */
    static @Nullable TokenChallenge of(int status, List<String> headers, @Nullable Long token) {
        if (status == UNAUTHORIZED) {
            return new TokenChallenge(List.of(), token);
        }
        return status == FORBIDDEN
                ? BearerChallenge.of(headers)
                        .flatMap(TokenChallenge::lacking)
                        .map(scopes -> new TokenChallenge(scopes, token))
                        .orElse(null)
                : null;
    }

    private static Optional<List<String>> lacking(BearerChallenge said) {
        try {
            boolean about =
                    said.parameter("error").filter("insufficient_scope"::equals).isPresent();
            return about && !said.scopes().isEmpty() ? Optional.of(said.scopes()) : Optional.empty();
        } catch (IllegalArgumentException _) {
            // Scopes that are none can be asked of nobody.
            return Optional.empty();
        }
    }
}
