package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcSplice;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * That a call is about a task of revision 2025-11-25, which its upstream may know in one session only.
 *
 * @param session in which it is to be made; absent for the call that makes the task
 */
public record TaskTie(@Nullable String session) {
    private static final int INVALID_PARAMS = -32602;

    /** What an upstream says that no longer knows a task, said in the place of one that no longer knows the session. */
    static UpstreamReply sessionIsOver() {
        return new UpstreamReply.Error(
                Buffer.buffer(RpcSplice.errorObject(INVALID_PARAMS, "the session of this task is over", null)));
    }
}
