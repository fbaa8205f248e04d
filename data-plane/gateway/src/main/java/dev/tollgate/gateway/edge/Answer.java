package dev.tollgate.gateway.edge;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one message.
 *
 * @param body a JSON-RPC message; absent where nothing but the status is said
 * @param callId of the attempt that it answers; absent if it answers none
 * @param retryAfterSeconds when another attempt makes sense; 0 if nothing is known
 * @param sessionId of the session that begins with it; absent if none does
 * @param challenge how to be let in; absent where nobody is kept out
 */
record Answer(
        int httpStatus,
        @Nullable Buffer body,
        @Nullable String callId,
        long retryAfterSeconds,
        @Nullable String sessionId,
        @Nullable String challenge) {
    /** There will never be more of what was asked for. */
    static final Answer NO_MORE = new Answer(204, null, null, 0, null, null);

    /** To a browser that asks whether a page may call: its headers say the rest. */
    static final Answer MAY_CALL = new Answer(204, null, null, 0, null, null);

    static final Answer ACCEPTED = new Answer(202, null, null, 0, null, null);

    static Answer of(int httpStatus, Buffer body) {
        return new Answer(httpStatus, body, null, 0, null, null);
    }

    Answer forCall(String id) {
        return new Answer(httpStatus, body, id, retryAfterSeconds, sessionId, challenge);
    }

    Answer retryAfterMillis(long millis) {
        return new Answer(httpStatus, body, callId, (millis + 999) / 1_000, sessionId, challenge);
    }

    Answer inSession(String id) {
        return new Answer(httpStatus, body, callId, retryAfterSeconds, id, challenge);
    }

    /**
     * @param how what {@code WWW-Authenticate} says
     */
    Answer challenging(String how) {
        return new Answer(httpStatus, body, callId, retryAfterSeconds, sessionId, how);
    }
}
