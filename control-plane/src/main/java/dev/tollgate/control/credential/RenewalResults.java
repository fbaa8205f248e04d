package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.ProviderAway;
import dev.tollgate.control.oauth.TokenAnswer.TokenRefused;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider's answer makes of a token's row. */
@ApplicationScoped
class RenewalResults {
    private static final int REASON_CHARS_MAX = 300;

    private final MasterSeal master;
    private final RenewalTimes times = new RenewalTimes(new SecureRandom());

    RenewalResults(MasterSeal master) {
        this.master = master;
    }

    /**
     * @param publish whether gateways have to be told
     * @param look whether the server is reached otherwise than before: again, or no more
     */
    record Effect(boolean renewed, boolean publish, boolean look) {}

    Effect write(TokenRow row, TokenAnswer answer, String masterKey, TenantId tenant, Instant now) {
        row.heldUntil = null;
        return switch (answer) {
            case Tokens tokens -> got(row, tokens, masterKey, tenant, now);
            case TokenRefused refused -> failed(row, words(refused), null, true, now);
            case ProviderAway away -> failed(row, "the provider " + away.why(), away.retryAfter(), false, now);
        };
    }

    private Effect got(TokenRow row, Tokens tokens, String masterKey, TenantId tenant, Instant now) {
        CredentialHeader header;
        if (!"bearer".equalsIgnoreCase(tokens.type())) {
            return failed(row, "the provider gives tokens that are not of the type Bearer", null, true, now);
        }
        try {
            header = new CredentialHeader("Authorization", "Bearer " + tokens.accessToken());
        } catch (IllegalArgumentException _) {
            // Its message does not say that it is about a token.
            return failed(row, "the provider gives tokens that no header can hold", null, true, now);
        }
        boolean first = row.sealed == null;
        row.renewal++;
        row.sealed = master.seal(CredentialSeal.plain(List.of(header)), row.bound(tenant));
        row.sealedBy = masterKey;
        row.scopes = String.join(" ", tokens.scopes());
        row.expiresAt = Times.truncated(tokens.expiresAt());
        row.renewedAt = now;
        row.attempts = 0;
        row.nextAt = Times.truncated(times.renewal(now, row.expiresAt));
        row.enter(State.VALID, null, now);
        return new Effect(true, true, first);
    }

    private Effect failed(TokenRow row, String why, @Nullable Duration asked, boolean refused, Instant now) {
        row.attempts++;
        boolean attention = refused || row.attempts >= RenewalTimes.ATTEMPTS_MAX;
        row.enter(attention ? State.NEEDS_ATTENTION : State.RETRYING, cut(why), now);
        boolean lapsed = row.sealed != null && row.expiresAt != null && !row.expiresAt.isAfter(now);
        if (lapsed) {
            row.sealed = null;
            row.expiresAt = null;
        }
        row.nextAt = next(row, refused ? null : times.retry(now, row.attempts, asked));
        return new Effect(false, lapsed, lapsed || row.sealed == null && row.attempts == 1);
    }

    /** At the latest when the token at hand lapses, so that calls are told then. */
    private static @Nullable Instant next(TokenRow row, @Nullable Instant retry) {
        if (row.sealed == null || row.expiresAt == null) {
            return Times.truncated(retry);
        }
        return retry == null || retry.isAfter(row.expiresAt) ? row.expiresAt : Times.truncated(retry);
    }

    private static String words(TokenRefused refused) {
        String description = refused.description();
        return "the provider refuses: " + refused.error() + (description == null ? "" : " (" + description + ")");
    }

    private static String cut(String text) {
        return text.length() <= REASON_CHARS_MAX ? text : text.substring(0, REASON_CHARS_MAX);
    }
}
