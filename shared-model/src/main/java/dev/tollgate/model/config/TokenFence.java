package dev.tollgate.model.config;

import java.time.Instant;

/**
 * Tokens that are refused although they have not expired.
 *
 * @param id of the client or the session, as tokens name it
 * @param until tokens that were issued in this second or earlier are refused
 */
public record TokenFence(Of of, String id, Instant until) {
    public static final int ID_CHARS_MAX = 2_048;

    public TokenFence {
        if (id.isEmpty() || id.length() > ID_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "the id of a client or session has 1 to " + ID_CHARS_MAX + " characters");
        }
    }

    /** What the tokens have in common. */
    public enum Of {
        /** They were given to one client ({@code azp}). */
        CLIENT,
        /** They come from one sign-in ({@code sid}). */
        SESSION
    }

    /** Whether it refuses a token that was issued then. */
    public boolean refuses(Instant issuedAt) {
        return issuedAt.getEpochSecond() <= until.getEpochSecond();
    }
}
