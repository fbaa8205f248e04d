package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.PassedStream;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the other gateways of the region, for an answer that came here and is waited for there, for a request that only
 * a process of another gateway can answer, and for a stream that another gateway holds. It is sent on as it came, with the
 * agent's own key, so that the other gateway believes nothing that it would not believe the agent.
 */
final class Peers {
    /** Names the gateway that sent a request on; one that bears it is not sent on again. */
    static final CharSequence FORWARDED_BY = HttpHeaders.createOptimized("tollgate-forwarded-by");

    private static final long MILLIS_MAX = 5_000;
    private static final int CONNECTIONS_MAX = 8;
    private static final int WAITING_MAX = 1_000;
    /** Streams that are had from one other gateway at once. */
    private static final int STREAMS_MAX = 1_000;

    private static final int CONNECT_MILLIS_MAX = 2_000;
    /** Longer than the other gateway is ever quiet on a stream. */
    private static final long QUIET_MILLIS_MAX = 45_000;
    /** Requests to one gateway: each waits as long as the other gateway's own server does. */
    private static final int RELAYS_MAX = 256;

    /** The region lost it: no answer, or one that is none of a gateway. */
    static final int LOST = 502;

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
    private final HttpClient relays;
    private final HttpClient streams;

    Peers(Vertx vertx, String ownId) {
        this.ownId = ownId;
        this.client = client(vertx, CONNECTIONS_MAX, WAITING_MAX);
        this.relays = client(vertx, RELAYS_MAX, WAITING_MAX);
        this.streams = client(vertx, STREAMS_MAX, 0);
    }

    private static HttpClient client(Vertx vertx, int connectionsMax, int waitingMax) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS_MAX))
                .with(new PoolOptions().setHttp1MaxSize(connectionsMax).setMaxWaitQueueSize(waitingMax))
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
     * Sends a request on to where alone it can be answered, as one that hears no stream.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param then told the other gateway's answer; null if there was none
     * @return ends the wait
     */
    Runnable relay(String url, MultiMap headers, Buffer body, Duration max, Consumer<@Nullable Answer> then) {
        RequestOptions options = to(url + McpEndpoint.PATH, HttpMethod.POST, headers)
                .setTimeout(max.plusMillis(MILLIS_MAX).toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        Future<HttpClientRequest> sent = relays.request(options);
        sent.compose((HttpClientRequest request) -> request.send(body))
                .compose(answer -> answer.body().map(whole -> Answer.of(answer.statusCode(), whole)))
                .onComplete(answer -> then.accept(answer.succeeded() ? answer.result() : null));
        return () -> sent.onSuccess(HttpClientRequest::reset);
    }

    /**
     * Has a stream that another gateway holds, and passes it on as it comes.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param refused told the HTTP status if it is none of a stream and of nothing at all; 502 if there was no answer
     */
    void follow(String url, String path, MultiMap headers, HttpServerResponse response, IntConsumer refused) {
        RequestOptions options = to(url + path, HttpMethod.GET, headers).setIdleTimeout(QUIET_MILLIS_MAX);
        streams.request(options).compose(HttpClientRequest::send).onComplete(had -> {
            if (had.failed()) {
                refused.accept(LOST);
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
