package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.StreamKeeper;
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

    /** From now on a stream that breaks need not be the end: what is said before the answer goes by way of this keeper. */
    void keptBy(StreamKeeper keeper);

    /** What to do if the caller goes away before the answer; of a stream that is kept, when its keeper has waited long enough. */
    void onAbandoned(Runnable action);
}
