package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.ProviderAway;
import dev.tollgate.control.oauth.TokenAnswer.TokenRefused;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider's answer makes of a token's row. Nothing in an answer may keep its refresh token from being stored. */
@ApplicationScoped
class RenewalResults {
    private static final int REASON_CHARS_MAX = 400;

    /** What a provider says of a grant that is used up, taken back or run out (RFC 6749, 5.2). */
    private static final String INVALID_GRANT = "invalid_grant";

    private final MasterSeal master;
    private final RenewalTimes times = new RenewalTimes(new SecureRandom());

    RenewalResults(MasterSeal master) {
        this.master = master;
    }

    /**
     * @param publish whether gateways have to be told
     * @param look whether the server is reached otherwise than before: again, or no more
     * @param lost whether an answer of the provider was lost before, and a connection with it
     */
    record Effect(boolean renewed, boolean publish, boolean look, boolean lost) {
        Effect losing(boolean answer) {
            return new Effect(renewed, publish, look, answer);
        }

        boolean isToBeTold() {
            return publish || look;
        }
    }

    /** Of a first token, which nobody here asked for. */
    void first(TokenRow row, Tokens tokens, Asked asked, Instant now) {
        got(row, tokens, asked, now);
        if (row.state == State.VALID && row.refresh == null) {
            // Nothing can be done before; then it is said that there is none.
            row.nextAt = row.expiresAt;
        }
    }

    /**
     * Keeps the refresh token of a sign-in before anything is asked for with it. Its other tokens are for the provider, or say who
     * somebody is: they are kept nowhere.
     *
     * @return what the row is written with from here on; nothing is lost any more
     */
    Asked signedIn(TokenRow row, Tokens signIn, Asked asked) {
        @Nullable String refreshToken = next(signIn, asked);
        row.sentAt = null;
        row.refresh = sealed(refreshToken, row, asked);
        return new Asked(asked.tenant(), asked.masterKey(), refreshToken, null);
    }

    /** Of what was asked for with a sign-in, which stands whatever is answered. */
    Effect exchanged(TokenRow row, TokenAnswer answer, Asked asked, Instant now) {
        return answer instanceof TokenRefused refused
                ? failed(
                        row,
                        "the sign-in is taken, but no token for the server is given for it: " + words(refused),
                        null,
                        true,
                        now)
                : write(row, answer, asked, now);
    }

    Effect write(TokenRow row, TokenAnswer answer, Asked asked, Instant now) {
        return switch (answer) {
            case Tokens tokens -> got(row, tokens, asked, now);
            case TokenRefused refused -> refused(row, refused, asked, now);
            case ProviderAway away -> failed(row, "the provider " + away.why(), away.retryAfter(), false, now);
        };
    }

    /** There is no way but through a person. */
    Effect ended(TokenRow row, Instant now) {
        @Nullable String saidBefore = row.state == State.NEEDS_ATTENTION ? row.reason : null;
        String why = saidBefore == null ? "the provider gave no refresh token: connect anew" : saidBefore;
        return failed(row, why, null, true, now);
    }

    private Effect got(TokenRow row, Tokens tokens, Asked asked, Instant now) {
        row.sentAt = null;
        boolean bearer = "bearer".equalsIgnoreCase(tokens.type());
        @Nullable CredentialHeader header = header(tokens.accessToken());
        if (header == null || !bearer) {
            row.refresh = sealed(next(tokens, asked), row, asked);
            String are = bearer ? "no header can hold" : "are not of the type Bearer";
            return failed(row, "the provider gives tokens that " + are, null, true, now);
        }
        // A server that would not take the one before was perhaps never seen.
        boolean otherwise = row.sealed == null || row.isRefused();
        row.renewal++;
        row.refresh = sealed(next(tokens, asked), row, asked);
        row.sealed = master.seal(CredentialSeal.plain(List.of(header)), row.bound(asked.tenant()));
        row.sealedBy = asked.masterKey();
        row.scopes = String.join(" ", tokens.scopes());
        row.expiresAt = Times.truncated(tokens.expiresAt());
        row.renewedAt = now;
        row.attempts = 0;
        row.nextAt = Times.truncated(times.renewal(now, row.expiresAt));
        row.renewed(now);
        return new Effect(true, true, otherwise, false);
    }

    private static @Nullable CredentialHeader header(String accessToken) {
        try {
            return new CredentialHeader("Authorization", "Bearer " + accessToken);
        } catch (IllegalArgumentException _) {
            // Its message does not say that it is about a token.
            return null;
        }
    }

    /** One that was used stays unless there is another; one that was not used for is not kept. */
    private static @Nullable String next(Tokens tokens, Asked asked) {
        return asked.refreshToken() == null || tokens.refreshToken() == null
                ? asked.refreshToken()
                : tokens.refreshToken();
    }

    private byte @Nullable [] sealed(@Nullable String refreshToken, TokenRow row, Asked asked) {
        return refreshToken == null
                ? null
                : master.seal(refreshToken.getBytes(StandardCharsets.US_ASCII), row.refreshBound(asked.tenant()));
    }

    private Effect refused(TokenRow row, TokenRefused refused, Asked asked, Instant now) {
        String words = "the provider refuses: " + words(refused);
        if (asked.refreshToken() == null || !INVALID_GRANT.equals(refused.error())) {
            // It was not used, so nothing was lost with this answer; with one before it perhaps.
            row.sentAt = asked.lostAt();
            return failed(row, words, null, true, now);
        }
        row.refresh = null;
        row.sentAt = null;
        return failed(row, ending(words, asked.lostAt()), null, true, now).losing(asked.lostAt() != null);
    }

    private static String words(TokenRefused refused) {
        return refused.error() + (refused.description() == null ? "" : " (" + refused.description() + ")");
    }

    private static String ending(String words, @Nullable Instant lostAt) {
        return lostAt == null
                ? words + ": connect anew"
                : "the provider's answer was lost when it was asked at " + lostAt.truncatedTo(ChronoUnit.SECONDS)
                        + ", and the refresh token is taken once: connect anew; " + words;
    }

    private Effect failed(TokenRow row, String why, @Nullable Duration asked, boolean refused, Instant now) {
        boolean wasOfNoUse = row.isOfNoUse();
        row.attempts++;
        boolean attention = refused || row.attempts >= RenewalTimes.ATTEMPTS_MAX;
        String words = row.isRefused() ? "the server does not take the token any more; " + why : why;
        row.enter(attention ? State.NEEDS_ATTENTION : State.RETRYING, cut(words), now);
        boolean ofNoUse = row.isOfNoUse();
        boolean lapsed = row.sealed != null && row.expiresAt != null && !row.expiresAt.isAfter(now);
        if (lapsed) {
            row.sealed = null;
            row.expiresAt = null;
        }
        row.nextAt = next(row, refused ? null : times.retry(now, row.attempts, asked));
        return new Effect(
                false, lapsed || ofNoUse && !wasOfNoUse, lapsed || row.sealed == null && row.attempts == 1, false);
    }

    /** At the latest when the token at hand lapses, so that calls are told then. */
    private static @Nullable Instant next(TokenRow row, @Nullable Instant retry) {
        if (row.sealed == null || row.expiresAt == null) {
            return Times.truncated(retry);
        }
        return retry == null || retry.isAfter(row.expiresAt) ? row.expiresAt : Times.truncated(retry);
    }

    private static String cut(String text) {
        return text.length() <= REASON_CHARS_MAX ? text : text.substring(0, REASON_CHARS_MAX);
    }
}
