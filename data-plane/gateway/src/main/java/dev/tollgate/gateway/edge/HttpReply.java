package dev.tollgate.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * The answer to one HTTP request: JSON, unless something is to be said before it and the caller hears event streams, or
 * hears nothing else.
 */
final class HttpReply implements Reply {
    private static final byte[] EVENT = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT_END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final String KEEP_ALIVE = ": keep-alive\n\n";

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private long keepAlive;
    private boolean streaming;
    private boolean answered;

    HttpReply(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
    }

    @Override
    public void answer(Answer answer) {
        if (answered || response.closed()) {
            return;
        }
        answered = true;
        Buffer body = answer.body();
        if (streaming) {
            vertx().cancelTimer(keepAlive);
            response.end(body == null ? Buffer.buffer() : event(body));
            return;
        }
        response.setStatusCode(answer.httpStatus());
        if (answer.callId() != null) {
            response.putHeader(Headers.CALL_ID, answer.callId());
        }
        if (answer.sessionId() != null) {
            response.putHeader(Headers.SESSION_ID, answer.sessionId());
        }
        if (answer.retryAfterSeconds() > 0) {
            response.putHeader(Headers.RETRY_AFTER, Long.toString(answer.retryAfterSeconds()));
        }
        if (body == null) {
            response.end();
        } else if (answer.httpStatus() == 200 && !HttpGate.accepts(request.headers(), "application/json")) {
            beginStream();
            vertx().cancelTimer(keepAlive);
            response.end(event(body));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Headers.JSON);
            response.end(body);
        }
    }

    /** Refuses the request and, where more of it would come, the connection. */
    void refuse(Answer answer, boolean close) {
        if (close) {
            closeBehind();
        }
        answer(answer);
    }

    /** Ends the connection behind the answer, and says so; Vert.x itself does not look at what the header says. */
    void closeBehind() {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.endHandler(_ -> linger());
    }

    /**
     * Reads on, to no use, until the request has ended or the time is over. A socket closed over what it has not read
     * resets the connection, and a caller that is still sending would then lose the answer.
     */
    private void linger() {
        HttpConnection connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        Vertx.currentContext().owner().setTimer(Bounds.LINGER_MILLIS_MAX, _ -> connection.close());
        request.handler(_ -> {});
        request.endHandler(_ -> connection.close());
        request.resume();
    }

    HttpServerResponse response() {
        return response;
    }

    /** A caller that does not keep up loses notifications, not the answer: nothing is queued for it. */
    @Override
    public void notification(Buffer message, String callId) {
        if (isStreaming(callId) && !response.writeQueueFull()) {
            response.write(event(message));
        }
    }

    @Override
    public boolean request(Buffer message, String callId) {
        boolean heard = isStreaming(callId);
        if (heard) {
            response.write(event(message));
        }
        return heard;
    }

    /** Begins a stream on which nothing is said yet; false if the caller hears none. */
    boolean open() {
        boolean opened = isStreaming("");
        if (opened) {
            // The head goes out with the first bytes only.
            response.write(KEEP_ALIVE);
        }
        return opened;
    }

    /** Whether something can be said before the answer; the stream for it is begun if there is none yet. */
    private boolean isStreaming(String callId) {
        if (answered || response.closed()) {
            return false;
        }
        if (!streaming) {
            if (!HttpGate.acceptsExplicitly(request.headers(), "text/event-stream")) {
                return false;
            }
            if (!callId.isEmpty()) {
                response.putHeader(Headers.CALL_ID, callId);
            }
            beginStream();
        }
        return true;
    }

    private void beginStream() {
        streaming = true;
        response.setChunked(true);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Headers.EVENT_STREAM);
        response.putHeader(HttpHeaders.CACHE_CONTROL, Headers.NO_STORE);
        response.putHeader(Headers.ACCEL_BUFFERING, Headers.NO);
        keepAlive = vertx().setPeriodic(Bounds.KEEP_ALIVE_MILLIS, _ -> keepAlive());
    }

    /** A comment, which no client reads, so that nobody on the way takes a quiet stream for a dead one. */
    private void keepAlive() {
        if (answered || response.closed()) {
            vertx().cancelTimer(keepAlive);
        } else if (!response.writeQueueFull()) {
            response.write(KEEP_ALIVE);
        }
    }

    private static Vertx vertx() {
        return Vertx.currentContext().owner();
    }

    /** One event. JSON holds line breaks between tokens only, where a space means the same and does not end the event. */
    private static Buffer event(Buffer message) {
        byte[] bytes = message.getBytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        return Buffer.buffer(EVENT.length + bytes.length + EVENT_END.length)
                .appendBytes(EVENT)
                .appendBytes(bytes)
                .appendBytes(EVENT_END);
    }

    @Override
    public void onAbandoned(Runnable action) {
        response.closeHandler(_ -> {
            if (!answered) {
                answered = true;
                action.run();
            }
        });
    }
}
