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
 */
record Answer(
        int httpStatus,
        @Nullable Buffer body,
        @Nullable String callId,
        long retryAfterSeconds,
        @Nullable String sessionId) {
    /** There will never be more of what was asked for. */
    static final Answer NO_MORE = new Answer(204, null, null, 0, null);

    static final Answer ACCEPTED = new Answer(202, null, null, 0, null);

    static Answer of(int httpStatus, Buffer body) {
        return new Answer(httpStatus, body, null, 0, null);
    }

    Answer forCall(String id) {
        return new Answer(httpStatus, body, id, retryAfterSeconds, sessionId);
    }

    Answer retryAfterMillis(long millis) {
        return new Answer(httpStatus, body, callId, (millis + 999) / 1_000, sessionId);
    }

    Answer inSession(String id) {
        return new Answer(httpStatus, body, callId, retryAfterSeconds, id);
    }
}
