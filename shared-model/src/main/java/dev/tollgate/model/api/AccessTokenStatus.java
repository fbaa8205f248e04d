package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an access token for a server does; never the token.
 *
 * @param since when the state began
 * @param reason why it is being retried or needs attention
 * @param scopes that the provider granted
 * @param asked scopes that the server asked for beside those, and that the next consent asks for
 * @param expiresAt absent if there is no token, or the provider does not say
 * @param nextAt when the provider is asked next; absent: not before somebody asks for it
 */
public record AccessTokenStatus(
        State state,
        Instant since,
        @Nullable String reason,
        List<String> scopes,
        List<String> asked,
        @Nullable Instant renewedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant nextAt) {
    /** Where it stands. */
    public enum State {
        /** Not asked for yet. */
        PENDING,
        VALID,
        /** The last renewal failed and is tried again. */
        RETRYING,
        /** Renewals fail for a reason that somebody has to see to. */
        NEEDS_ATTENTION
    }
}
