package dev.tollgate.control.oauth;

import dev.tollgate.model.oauth.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered. */
public sealed interface TokenAnswer {
    /**
     * @param refreshToken null if none was given: after a refresh the one that was used stays
     * @param expiresAt null if the provider does not say
     * @param scopes granted: what the provider says, or else what was asked for
     * @param type as the provider writes it; {@code Bearer} is what can be used
     * @param idToken null if none was given; says who signed in, and is for Tollgate alone
     */
    record Tokens(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable Instant expiresAt,
            List<String> scopes,
            String type,
            @Nullable String idToken)
            implements TokenAnswer {
        public Tokens {
            scopes = Scopes.of(scopes);
        }

        public Tokens(
                String accessToken,
                @Nullable String refreshToken,
                @Nullable Instant expiresAt,
                List<String> scopes,
                String type) {
            this(accessToken, refreshToken, expiresAt, scopes, type, null);
        }

        /** The access token alone. */
        public Tokens once() {
            return new Tokens(accessToken, null, expiresAt, scopes, type);
        }

        @Override
        public String toString() {
            return "tokens until " + expiresAt;
        }
    }

    /**
     * The provider says no, and would again.
     *
     * @param error its code, such as {@code invalid_grant} (RFC 6749, 5.2)
     * @param description its words if it has any, cut and rid of everything but visible ASCII, still untrusted
     */
    record TokenRefused(String error, @Nullable String description) implements TokenAnswer {}

    /**
     * Nobody knows what became of the request; it may be made again.
     *
     * @param why an end to the sentence "the provider …", for an admin
     * @param retryAfter what the provider asks to wait, if it does
     */
    record ProviderAway(String why, @Nullable Duration retryAfter) implements TokenAnswer {}
}
