package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one POST. */
sealed interface HttpOutcome {
    /**
     * The answer to the request, whether result or error.
     *
     * @param sessionId as the response's header says
     */
    record Answered(RpcMessage message, @Nullable String sessionId) implements HttpOutcome {}

    /** A notification was taken, as its status says. */
    record Accepted() implements HttpOutcome {}

    /**
     * A status other than success.
     *
     * @param error the JSON-RPC error in its body, if there is one
     * @param challenge what it says of the token, if it says something
     */
    record Rejected(
            int status,
            @Nullable RpcMessage error,
            @Nullable TokenChallenge challenge) implements HttpOutcome {
        /** The error, where it is what the caller is to be told; null where the token is what it is about. */
        @Nullable
        RpcMessage answer() {
            return scopes().isEmpty() ? error : null;
        }

        /** The scopes that the request's token lacks; empty if it is not about that. */
        List<String> scopes() {
            return challenge == null ? List.of() : challenge.scopes();
        }
    }

    /** Not a byte was sent. */
    record Unsent(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) implements HttpOutcome {}

    /**
     * The stream ended or broke off before the answer, and can be taken up again.
     *
     * @param retryMillis how long to wait as the upstream says; -1 if it does not
     */
    record Interrupted(String lastEventId, long retryMillis) implements HttpOutcome {}

    record Broken(String why) implements HttpOutcome {}

    record TooLarge() implements HttpOutcome {}
}
