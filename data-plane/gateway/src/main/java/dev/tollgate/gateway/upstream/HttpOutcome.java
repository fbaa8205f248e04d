package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcMessage;
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
     */
    record Rejected(int status, @Nullable RpcMessage error) implements HttpOutcome {}

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
