package dev.tollgate.gateway.upstream;

import io.vertx.core.buffer.Buffer;

/** Hears how a call goes, on the context that it was started on. */
public interface UpstreamListener {
    /**
     * The upstream says something about the call while it runs (progress, a log message).
     *
     * @param message a whole JSON-RPC notification, with the agent's own progress token; untrusted
     */
    void notification(Buffer message);

    /** The end; nothing follows. */
    void reply(UpstreamReply reply);
}
