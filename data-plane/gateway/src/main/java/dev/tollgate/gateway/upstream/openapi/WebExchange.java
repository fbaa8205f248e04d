package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.upstream.ClosedUnread;
import dev.tollgate.gateway.upstream.Unconnected;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and its answer, within bounds. Used on one event loop only; tells one reply, unless it is aborted before. */
final class WebExchange {
    private final ContextInternal context;
    private final WebRequest asked;
    private final Consumer<WebReply> then;
    private @Nullable HttpClientRequest request;
    private boolean repeated;
    private boolean over;

    WebExchange(ContextInternal context, WebRequest asked, Consumer<WebReply> then) {
        this.context = context;
        this.asked = asked;
        this.then = then;
    }

    void start(HttpClient client, RequestOptions options) {
        if (!over) {
            client.request(options).onComplete(connected -> send(client, options, connected));
        }
    }

    /** Closes the connection if it is under way; there will be no reply. */
    void abort() {
        over = true;
        reset();
    }

    private void send(HttpClient client, RequestOptions options, AsyncResult<HttpClientRequest> connected) {
        if (connected.failed()) {
            boolean busy = connected.cause() instanceof ConnectionPoolTooBusyException;
            end(new WebReply.Failed(
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
        byte[] body = asked.body();
        Future<HttpClientResponse> sent = body == null ? request.send() : request.send(Buffer.buffer(body));
        sent.onComplete(response -> {
            if (response.failed()) {
                unanswered(client, options, response.cause());
            } else if (!over) {
                receive(response.result());
            }
        });
    }

    /** Goes once more on another connection if this one was closed, as idle, before the request was read. */
    private void unanswered(HttpClient client, RequestOptions options, Throwable why) {
        if (over) {
            return;
        }
        if (!repeated && request != null && ClosedUnread.happened(request.connection())) {
            repeated = true;
            context.runOnContext(nothing -> start(client, options));
        } else {
            broken(Unconnected.brokeOff(why));
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(e -> broken("broke off in the middle of its answer"));
        String encoding = response.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            broken("answered in an encoding that was not asked for");
            reset();
            return;
        }
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (over) {
                return;
            }
            if (piece.length() > asked.bodyBytesMax() - body.length()) {
                end(new WebReply.Failed(
                        UpstreamReply.Kind.TOO_LARGE,
                        UpstreamReply.Stage.CALL,
                        "answered with more than " + asked.bodyBytesMax() + " bytes"));
                reset();
            } else {
                body.appendBuffer(piece);
            }
        });
        response.endHandler(nothing -> end(new WebReply.Answered(
                response.statusCode(),
                response.statusMessage(),
                response.getHeader(HttpHeaders.CONTENT_TYPE),
                body.getBytes())));
    }

    private void broken(String why) {
        end(new WebReply.Failed(UpstreamReply.Kind.BROKEN, UpstreamReply.Stage.CALL, why));
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    void end(WebReply reply) {
        if (!over) {
            over = true;
            then.accept(reply);
        }
    }
}
