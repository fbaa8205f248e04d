package dev.tollgate.control.outgoing;

import io.vertx.core.http.HttpClientResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered, of whatever status; all untrusted.
 *
 * @param challenges each {@code WWW-Authenticate}, as it stands there
 * @param retryAfter as it stands there, if it does
 */
public record Reply(
        int status, List<String> challenges, @Nullable String retryAfter, byte[] body) {
    public Reply {
        challenges = List.copyOf(challenges);
    }

    static Reply of(HttpClientResponse answer, byte[] body) {
        return new Reply(
                answer.statusCode(),
                answer.headers().getAll("WWW-Authenticate"),
                answer.getHeader("Retry-After"),
                body);
    }

    @Override
    public String toString() {
        return "answer of status " + status;
    }
}
