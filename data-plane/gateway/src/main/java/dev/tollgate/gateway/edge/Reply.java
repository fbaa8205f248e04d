package dev.tollgate.gateway.edge;

import io.vertx.core.buffer.Buffer;

/** Where the answer to one message goes. Used on the request's event loop. */
interface Reply {
    /** The one answer; nothing follows. */
    void answer(Answer answer);

    /**
     * A notification before the answer, if the caller can hear it.
     *
     * @param callId of the attempt that it tells of
     */
    void notification(Buffer message, String callId);

    /**
     * What must be heard before the answer: a request to the client, or its withdrawal.
     *
     * @param callId of the attempt that it belongs to; empty if it belongs to none
     * @return whether the caller can hear it
     */
    boolean request(Buffer message, String callId);

    /** What to do if the caller goes away before the answer. */
    void onAbandoned(Runnable action);
}
