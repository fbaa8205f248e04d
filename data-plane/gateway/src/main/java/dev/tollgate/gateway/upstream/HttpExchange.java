package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * One request and what comes of it, as one JSON document or a stream of events. Used on one event loop only; tells its
 * listener one outcome, unless it is aborted before.
 */
final class HttpExchange {
    /** The largest response body, and the largest event of a stream. */
    static final int RESPONSE_BYTES_MAX = 16 << 20;

    static final CharSequence SESSION_ID = HttpHeaders.createOptimized("mcp-session-id");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("www-authenticate");

    /** Hears what the upstream says on the way to the outcome, and the outcome. */
    interface Listener {
        void notification(IncomingMessage.Notification notification);

        void request(IncomingMessage.Request request);

        /** The upstream answers with a stream of events, which begins now. */
        default void streaming() {}

        void outcome(HttpOutcome outcome);
    }

    /** The id of a message that has no answer. */
    static final long NO_ID = -1;
    /** The id of a stream that is listened to, in which no answer is awaited. */
    static final long LISTENING = -2;

    private final ContextInternal context;
    private final HttpClient client;
    private final UpstreamHeaders credential;
    private final RequestOptions options;
    private final byte[] body;
    private final long id;
    private final Listener listener;
    private @Nullable HttpClientRequest request;
    private @Nullable EventStream events;
    private boolean repeated;
    private boolean over;

    private HttpExchange(
            ContextInternal context,
            HttpClient client,
            UpstreamHeaders credential,
            RequestOptions options,
            byte[] body,
            long id,
            Listener listener) {
        this.context = context;
        this.client = client;
        this.credential = credential;
        this.options = options;
        this.body = body;
        this.id = id;
        this.listener = listener;
    }

    /**
     * @param credential that the options carry
     * @param body empty for a GET or DELETE
     * @param id of the JSON-RPC request in the body, or of the one whose stream is taken up; or {@link #NO_ID} or {@link
     *     #LISTENING}
     */
    static HttpExchange start(
            ContextInternal context,
            HttpClient client,
            UpstreamHeaders credential,
            RequestOptions options,
            byte[] body,
            long id,
            Listener listener) {
        HttpExchange exchange = new HttpExchange(context, client, credential, options, body, id, listener);
        exchange.connect();
        return exchange;
    }

    private void connect() {
        if (over) {
            return;
        }
        client.request(options).onComplete(this::send);
    }

    /** Closes the stream; there will be no outcome. */
    void abort() {
        over = true;
        if (request != null) {
            request.reset();
        }
    }

    private void send(AsyncResult<HttpClientRequest> connected) {
        if (connected.failed()) {
            boolean busy = connected.cause() instanceof ConnectionPoolTooBusyException;
            end(new HttpOutcome.Unsent(
                    busy ? UpstreamReply.Kind.OVERLOADED : UpstreamReply.Kind.UNREACHABLE,
                    Unconnected.stage(connected.cause()),
                    busy ? "has as many calls waiting as it may have" : Unconnected.words(connected.cause())));
            return;
        }
        request = connected.result();
        if (over) {
            request.reset();
            return;
        }
        request.send(Buffer.buffer(body)).onComplete(response -> {
            if (response.failed()) {
                unanswered(response.cause());
            } else if (!over) {
                receive(response.result());
            }
        });
    }

    /** Goes once more on another connection if this one was closed, as idle, before the request was read. */
    private void unanswered(Throwable why) {
        if (over) {
            return;
        }
        if (!repeated && request != null && ClosedUnread.happened(request.connection())) {
            repeated = true;
            // In a later turn: the pool knows by then of every other connection that was closed at the same time.
            context.runOnContext(nothing -> connect());
        } else {
            end(new HttpOutcome.Broken(Unconnected.brokeOff(why)));
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(e -> end(new HttpOutcome.Broken("broke off in the middle of its answer")));
        String encoding = response.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            breakOff("answered in an encoding that was not asked for");
            return;
        }
        boolean success = response.statusCode() / 100 == 2;
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (success && id != NO_ID && isType(type, "text/event-stream")) {
            receiveEvents(response);
        } else {
            receiveDocument(response, success);
        }
    }

    private static boolean isType(@Nullable String header, String type) {
        return header != null
                && header.regionMatches(true, 0, type, 0, type.length())
                && (header.length() == type.length() || ";, \t".indexOf(header.charAt(type.length())) >= 0);
    }

    private void receiveDocument(HttpClientResponse response, boolean success) {
        ByteSink body = new ByteSink(RESPONSE_BYTES_MAX);
        response.handler(piece -> {
            if (!over && !body.add(piece.getBytes())) {
                tooLarge();
            }
        });
        response.endHandler(nothing -> {
            if (!over) {
                end(success ? document(response, body) : rejected(response, body));
            }
        });
    }

    private HttpOutcome document(HttpClientResponse response, ByteSink body) {
        if (id == NO_ID) {
            return new HttpOutcome.Accepted();
        }
        IncomingMessage message = read(body.array(), body.length());
        if (message instanceof IncomingMessage.Answer answer && answer.id() == id) {
            return new HttpOutcome.Answered(answer.message(), response.getHeader(SESSION_ID));
        }
        return message instanceof IncomingMessage.UnaddressedError error
                ? new HttpOutcome.Answered(error.message(), null)
                : new HttpOutcome.Broken("sent no answer to the call");
    }

    private HttpOutcome rejected(HttpClientResponse response, ByteSink body) {
        RpcMessage error = switch (read(body.array(), body.length())) {
            case IncomingMessage.Answer answer when answer.id() == id -> answer.message();
            case IncomingMessage.UnaddressedError unaddressed -> unaddressed.message();
            case IncomingMessage.Answer _,
                    IncomingMessage.Notification _,
                    IncomingMessage.Request _,
                    IncomingMessage.Nonsense _ -> null;
        };
        return new HttpOutcome.Rejected(
                response.statusCode(),
                error != null && error.error() != null ? error : null,
                TokenChallenge.of(
                        response.statusCode(),
                        response.headers().getAll(WWW_AUTHENTICATE),
                        credential.number(options)));
    }

    private static IncomingMessage read(byte[] bytes, int length) {
        try {
            return IncomingMessage.read(bytes, 0, length);
        } catch (MalformedJson e) {
            return new IncomingMessage.Nonsense();
        }
    }

    private void receiveEvents(HttpClientResponse response) {
        String sessionId = response.getHeader(SESSION_ID);
        events = EventStream.read(response, context.nettyEventLoop(), RESPONSE_BYTES_MAX, new EventStream.Listener() {
            @Override
            public void event(@Nullable String type, byte[] data) {
                hear(data, sessionId);
                stopIfOver();
            }

            @Override
            public void tooLarge() {
                HttpExchange.this.tooLarge();
            }

            @Override
            public void ended(boolean broken) {
                end(interrupted(
                        broken ? "broke off in the middle of its answer" : "ended its stream without an answer"));
            }
        });
        listener.streaming();
    }

    private void stopIfOver() {
        if (over && events != null) {
            events.stop();
        }
    }

    private HttpOutcome interrupted(String why) {
        String lastEventId = events == null ? null : events.lastEventId();
        return lastEventId == null || events == null
                ? new HttpOutcome.Broken(why)
                : new HttpOutcome.Interrupted(lastEventId, events.retryMillis());
    }

    private void hear(byte[] data, @Nullable String sessionId) {
        switch (read(data, data.length)) {
            case IncomingMessage.Notification notification -> listener.notification(notification);
            case IncomingMessage.Request request -> listener.request(request);
            case IncomingMessage.Answer answer -> {
                if (answer.id() == id) {
                    end(new HttpOutcome.Answered(answer.message(), sessionId));
                }
            }
            case IncomingMessage.UnaddressedError error -> {
                if (id != LISTENING) {
                    end(new HttpOutcome.Answered(error.message(), sessionId));
                }
            }
            case IncomingMessage.Nonsense _ -> {
                // An empty event opens some streams; others are passed over until the answer or the end comes.
            }
        }
    }

    private void tooLarge() {
        end(new HttpOutcome.TooLarge());
        reset();
    }

    private void breakOff(String why) {
        end(new HttpOutcome.Broken(why));
        reset();
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    private void end(HttpOutcome outcome) {
        if (!over) {
            over = true;
            listener.outcome(outcome);
        }
    }
}
