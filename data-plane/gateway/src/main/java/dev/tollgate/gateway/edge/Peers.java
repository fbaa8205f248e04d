package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.PassedStream;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The way to the other gateways of the region, for an answer that came here and is waited for there. It is sent on as it
 * came, with the agent's own key, so that the other gateway believes nothing that it would not believe the agent.
 */
final class Peers {
    /** Names the gateway that sent a request on; one that bears it is not sent on again. */
    static final CharSequence FORWARDED_BY = HttpHeaders.createOptimized("tollgate-forwarded-by");

    private static final long MILLIS_MAX = 5_000;
    private static final int CONNECTIONS_MAX = 8;
    /** Streams that are had from one other gateway at once. */
    private static final int STREAMS_MAX = 1_000;

    private static final int CONNECT_MILLIS_MAX = 2_000;
    /** Longer than the other gateway is ever quiet on a stream. */
    private static final long QUIET_MILLIS_MAX = 45_000;

    /** The region lost it: no answer, or one that is none of a gateway. */
    static final int LOST = 502;
    /** As many streams are had from that gateway as may be. */
    static final int BUSY = 429;

    private static final int OK = 200;
    private static final int NO_MORE = 204;

    private static final Set<String> OF_THE_HOP = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "proxy-connection");

    private final String ownId;
    private final HttpClient client;
    private final HttpClient streams;

    Peers(Vertx vertx, String ownId) {
        this.ownId = ownId;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS_MAX))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(1_000))
                .build();
        this.streams = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS_MAX))
                .with(new PoolOptions().setHttp1MaxSize(STREAMS_MAX).setMaxWaitQueueSize(0))
                .build();
    }

    /**
     * Sends a body on to where it is waited for.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param status told the HTTP status in the end; 502 if there was none
     */
    void send(String url, MultiMap headers, byte[] body, IntConsumer status) {
        RequestOptions options =
                to(url + McpEndpoint.PATH, HttpMethod.POST, headers).setTimeout(MILLIS_MAX);
        client.request(options)
                .compose((HttpClientRequest request) -> request.send(Buffer.buffer(body)))
                .map(HttpClientResponse::statusCode)
                .onComplete(sent -> status.accept(sent.succeeded() ? sent.result() : LOST));
    }

    /**
     * Has a stream that another gateway holds, and passes it on as it comes.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param refused told the HTTP status if it is none of a stream and of nothing at all; 502 if there was no answer,
     *     429 if it was not asked for
     */
    void follow(String url, String path, MultiMap headers, HttpServerResponse response, IntConsumer refused) {
        RequestOptions options = to(url + path, HttpMethod.GET, headers).setIdleTimeout(QUIET_MILLIS_MAX);
        streams.request(options).compose(HttpClientRequest::send).onComplete(had -> {
            if (had.failed()) {
                refused.accept(had.cause() instanceof ConnectionPoolTooBusyException ? BUSY : LOST);
            } else if (had.result().statusCode() != OK && had.result().statusCode() != NO_MORE) {
                had.result().request().reset();
                refused.accept(had.result().statusCode());
            } else {
                passOn(had.result(), response);
            }
        });
    }

    private static void passOn(HttpClientResponse from, HttpServerResponse to) {
        if (to.closed()) {
            from.request().reset();
            return;
        }
        to.setStatusCode(from.statusCode());
        from.headers().forEach((name, value) -> {
            if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                to.putHeader(name, value);
            }
        });
        if (from.statusCode() == NO_MORE) {
            to.end();
        } else {
            to.setChunked(true);
            new PassedStream(from, to).begin();
        }
    }

    private RequestOptions to(String address, HttpMethod method, MultiMap headers) {
        RequestOptions options = new RequestOptions().setAbsoluteURI(address).setMethod(method);
        for (Map.Entry<String, String> header : headers) {
            if (!OF_THE_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                options.addHeader(header.getKey(), header.getValue());
            }
        }
        return options.putHeader(FORWARDED_BY, ownId);
    }
}
