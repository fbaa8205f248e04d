package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Post;
import dev.tollgate.control.outgoing.Reply;
import dev.tollgate.model.oauth.Scopes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a provider's endpoints that clients come to with a form (RFC 6749, 3.2), and reads the answers. */
final class TokenEndpoint {
    static final int TOKEN_CHARS_MAX = 16 * 1024;
    private static final int DESCRIPTION_CHARS_MAX = 200;
    private static final int ERROR_CHARS_MAX = 60;
    private static final Duration LIFE_MAX = Duration.ofDays(3_650);
    private static final Duration RETRY_MAX = Duration.ofHours(1);

    /** Codes that say nothing of the request itself. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error", "slow_down");

    private final Fetch fetch;
    private final Clock clock;

    TokenEndpoint(Fetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Tokens that can be used as they are. */
    TokenAnswer ask(Access access, Form form) {
        TokenAnswer answer = post(access, form, reply -> tokens(reply, access.scopes()));
        boolean unusable =
                answer instanceof TokenAnswer.Tokens tokens && !tokens.type().equalsIgnoreCase("Bearer");
        return unusable
                ? new TokenAnswer.TokenRefused("unsupported_token_type", "The provider gives no bearer tokens.")
                : answer;
    }

    /**
     * A token of one kind, which may be none that a server takes; of any other, nothing of it is used.
     *
     * @param issued as the answer must name it (RFC 8693, 2.2.1)
     */
    TokenAnswer askFor(String issued, Access access, Form form) {
        return post(
                access,
                form,
                reply -> issued.equals(Document.of(reply.body()).text("issued_token_type"))
                        ? tokens(reply, access.scopes())
                        : refused("unsupported_token_type", "The provider gives another token than was asked for."));
    }

    private TokenAnswer post(Access access, Form form, Function<Reply, TokenAnswer> taken) {
        form.with("resource", access.resource());
        try {
            Reply reply = post(access, access.provider().tokenEndpoint(), form);
            return reply.status() == 200 ? taken.apply(reply) : refusal(reply);
        } catch (IllegalArgumentException e) {
            return new TokenAnswer.ProviderAway(String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * @throws IllegalArgumentException if there is no answer, with the reason for an admin
     */
    Reply post(Access access, URI endpoint, Form form) {
        Map<String, String> headers =
                ClientAuthentication.add(access.client(), access.provider().issuer(), form);
        byte[] body = form.encoded().getBytes(StandardCharsets.US_ASCII);
        return fetch.postSecurely(
                endpoint, new Post("application/x-www-form-urlencoded", headers, body), Documents.JSON);
    }

    private TokenAnswer tokens(Reply reply, List<String> askedFor) {
        Document document = Document.of(reply.body());
        @Nullable String token = document.text("access_token");
        @Nullable String type = document.text("token_type");
        if (token == null || type == null || !isToken(token)) {
            return new TokenAnswer.ProviderAway("answers without a token that can be used", null);
        }
        @Nullable String refresh = document.text("refresh_token");
        @Nullable String id = document.text("id_token");
        @Nullable Long seconds = document.number("expires_in");
        @Nullable String scope = document.text("scope");
        return new TokenAnswer.Tokens(
                token,
                refresh == null || !isToken(refresh) ? null : refresh,
                seconds == null ? null : clock.instant().plusSeconds(Math.clamp(seconds, 0, LIFE_MAX.toSeconds())),
                granted(scope, askedFor),
                type,
                id == null || !isToken(id) ? null : id);
    }

    /** What cannot be read may not cost a token that is given once. */
    private static List<String> granted(@Nullable String scope, List<String> askedFor) {
        try {
            return scope == null ? askedFor : Scopes.parse(scope);
        } catch (IllegalArgumentException _) {
            return askedFor;
        }
    }

    private static boolean isToken(String text) {
        return text.length() <= TOKEN_CHARS_MAX && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** Only OAuth's own words are taken for a no: a proxy's 404 may be gone in a minute. */
    private static TokenAnswer refusal(Reply reply) {
        boolean considered = reply.status() >= 400 && reply.status() < 500 && reply.status() != 429;
        @Nullable String error = considered ? Document.of(reply.body()).text("error") : null;
        if (error == null || PASSING.contains(error)) {
            return new TokenAnswer.ProviderAway("answers with status " + reply.status(), wait(reply.retryAfter()));
        }
        return refused(error, Document.of(reply.body()).text("error_description"));
    }

    static TokenAnswer.TokenRefused refused(String error, @Nullable String description) {
        return new TokenAnswer.TokenRefused(
                plain(error, ERROR_CHARS_MAX), description == null ? null : plain(description, DESCRIPTION_CHARS_MAX));
    }

    private static String plain(String text, int charsMax) {
        String cut = text.length() <= charsMax ? text : text.substring(0, charsMax);
        return cut.replaceAll("[^ -~]", "?");
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), RETRY_MAX.toSeconds()))
                : null;
    }
}
