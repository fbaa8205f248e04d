package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcSplice;
import io.vertx.core.buffer.Buffer;

/** Hears how a call goes, on the context that it was started on. */
public interface UpstreamListener {
    /**
     * The upstream says something about the call while it runs (progress, a log message).
     *
     * @param message a whole JSON-RPC notification, with the agent's own progress token; untrusted
     */
    void notification(Buffer message);

    /**
     * The upstream asks something, of the kind that the call's {@link ClientAbilities} speak of. Whoever does not say
     * otherwise declines.
     */
    default void request(UpstreamRequest request) {
        request.error(Buffer.buffer(RpcSplice.errorObject(-32601, "not supported by this client", null)));
    }

    /** The upstream no longer waits for the answer to this request, or has waited as long as it may. */
    default void withdrawn(UpstreamRequest request) {}

    /**
     * In which session of the upstream the reply was given; said just before it, and only where sessions have ids.
     *
     * @param session untrusted, and nobody's to see but the upstream's
     */
    default void answeredIn(String session) {}

    /** The end; nothing follows. */
    void reply(UpstreamReply reply);
}
