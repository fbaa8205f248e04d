package dev.tollgate.gateway.edge;

import io.vertx.core.buffer.Buffer;

/** Where the answer to one message goes. Used on the request's event loop. */
interface Reply {
    /** The one answer; nothing follows. */
    void answer(Answer answer);

    /** A notification before the answer, if the caller can hear it. */
    void notification(Buffer message);

    /** What to do if the caller goes away before the answer. */
    void onAbandoned(Runnable action);
}
