package dev.tollgate.gateway.upstream;

import io.vertx.core.buffer.Buffer;

/** Hears what an upstream says outside calls, on the context that it began to listen on. */
public interface Heard {
    /**
     * @param method {@code notifications/…/list_changed}, {@code notifications/resources/updated},
     *     {@code notifications/tasks} or {@code notifications/message}
     * @param message the whole notification, byte for byte; untrusted
     */
    void notification(String method, Buffer message);

    /**
     * What the upstream says from now on may be missed.
     *
     * @param why an end to the sentence "The server x …"
     * @param retryInMillis when listening is tried again by itself; 0 if it is not: the upstream offers none of what is
     *     wanted, or is configured otherwise now, and then it is to be listened to anew
     */
    void lost(String why, long retryInMillis);

    /** The upstream is listened to; said again after each loss, and then whatever was missed is unknown. */
    void listening();
}
