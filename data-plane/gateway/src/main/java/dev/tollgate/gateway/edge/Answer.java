package dev.tollgate.gateway.edge;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one message.
 *
 * @param body a JSON-RPC message; absent where nothing but the status is said
 * @param callId of the attempt that it answers; absent if it answers none
 * @param retryAfterSeconds when another attempt makes sense; 0 if nothing is known
 */
record Answer(
        int httpStatus, @Nullable Buffer body, @Nullable String callId, long retryAfterSeconds) {
    static final Answer ACCEPTED = new Answer(202, null, null, 0);

    static Answer of(int httpStatus, Buffer body) {
        return new Answer(httpStatus, body, null, 0);
    }

    Answer forCall(String id) {
        return new Answer(httpStatus, body, id, retryAfterSeconds);
    }

    Answer retryAfterMillis(long millis) {
        return new Answer(httpStatus, body, callId, (millis + 999) / 1_000);
    }
}
