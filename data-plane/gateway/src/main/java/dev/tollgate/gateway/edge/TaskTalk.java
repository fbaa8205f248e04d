package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * How an agent and a server speak of a task, which each of them knows by another id. Of one request, on its event loop; what
 * it is given to read is the server's, untrusted.
 */
interface TaskTalk {
    /** The params, without {@code _meta}, as the server is to have them. */
    default byte[] params(byte[] params) throws MalformedJson {
        return params;
    }

    /** In which of the server's sessions the next result was given. */
    default void answeredIn(String session) {}

    /** What follows from a result; null if what follows from any result. */
    @Nullable
    Turn result(UpstreamReply.Result result, UpstreamCall call) throws MalformedJson;

    /** What follows from an error; null if what follows from any. */
    default @Nullable Turn error(byte[] error, UpstreamCall call) throws MalformedJson {
        return null;
    }

    /** A notification as the agent is to have it; null if it is not to. */
    default @Nullable Buffer notification(Buffer notification) {
        return notification;
    }

    /** The params of what the server asks the client in the course of the task, as the client is to have them. */
    default Buffer question(Buffer params) {
        return params;
    }

    /** The result of what was asked, as the server is to have it. */
    default Buffer answered(Buffer result) {
        return result;
    }
}
