package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.EventNames;
import dev.tollgate.gateway.edge.stream.EventText;
import dev.tollgate.gateway.edge.stream.KeptStream;
import dev.tollgate.gateway.edge.stream.SseLine;
import dev.tollgate.gateway.edge.stream.StreamKeeper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one HTTP request: JSON, unless something is to be said before it and the caller hears event streams, or
 * hears nothing else.
 */
final class HttpReply implements Reply {
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private Runnable abandoned = () -> {};
    private @Nullable StreamKeeper keeper;
    private @Nullable SseLine line;
    /** What carries the events of a call in a session, whatever becomes of the line. */
    private @Nullable KeptStream kept;

    private @Nullable EventNames names;
    private boolean answered;

    HttpReply(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
    }

    @Override
    public void answer(Answer answer) {
        if (answered || kept == null && response.closed()) {
            return;
        }
        answered = true;
        Buffer body = answer.body();
        if (kept != null) {
            kept.answer(body);
            return;
        }
        if (line != null) {
            line.end(body == null ? null : EventText.of(body, null));
            return;
        }
        response.setStatusCode(answer.httpStatus());
        if (answer.callId() != null) {
            response.putHeader(Headers.CALL_ID, answer.callId());
        }
        if (answer.sessionId() != null) {
            response.putHeader(Headers.SESSION_ID, answer.sessionId());
        }
        if (answer.challenge() != null) {
            response.putHeader(Headers.WWW_AUTHENTICATE, answer.challenge());
        }
        if (answer.retryAfterSeconds() > 0) {
            response.putHeader(Headers.RETRY_AFTER, Long.toString(answer.retryAfterSeconds()));
        }
        if (body == null) {
            response.end();
        } else if (answer.httpStatus() == 200 && !HttpGate.accepts(request.headers(), "application/json")) {
            new SseLine(response).end(EventText.of(body, null));
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
        SseLine to = stream(callId);
        if (to == null) {
            return;
        }
        if (kept != null) {
            kept.say(message, true);
        } else if (!to.isFull()) {
            to.write(EventText.of(message, null));
        }
    }

    @Override
    public boolean request(Buffer message, String callId) {
        SseLine to = stream(callId);
        if (to == null) {
            return false;
        }
        if (kept != null) {
            return kept.say(message, false);
        }
        to.write(EventText.of(message, names == null ? null : names.next()));
        return true;
    }

    @Override
    public void keptBy(StreamKeeper streamKeeper) {
        keeper = streamKeeper;
    }

    /** Begins a stream on which nothing is said yet, whose events have these names; false if the caller hears none. */
    boolean open(EventNames events) {
        SseLine to = stream("");
        if (to == null) {
            return false;
        }
        names = events;
        if (events.isPrimed()) {
            events.prime(to);
        } else {
            to.open();
        }
        return true;
    }

    /** The response for a stream of somebody else's, who answers from now on. */
    SseLine handOver() {
        answered = true;
        return new SseLine(response);
    }

    /** Where something can be said before the answer: a stream, begun if there is none yet; null if it cannot. */
    private @Nullable SseLine stream(String callId) {
        if (answered || kept == null && response.closed()) {
            return null;
        }
        SseLine begun = line;
        if (begun == null && hearsStreams()) {
            if (!callId.isEmpty()) {
                response.putHeader(Headers.CALL_ID, callId);
            }
            begun = new SseLine(response);
            line = begun;
            kept = keeper == null ? null : keeper.keep(begun, () -> abandoned.run());
        }
        return begun;
    }

    boolean hearsStreams() {
        return HttpGate.acceptsExplicitly(request.headers(), "text/event-stream");
    }

    @Override
    public void onAbandoned(Runnable action) {
        abandoned = action;
        response.closeHandler(_ -> {
            if (answered) {
                return;
            }
            if (kept != null && line != null) {
                kept.broke(line);
            } else {
                answered = true;
                abandoned.run();
            }
        });
    }
}
