package dev.tollgate.gateway.edge;

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
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the other gateways of the region, for an answer that came here and is waited for there, and for a request that
 * only a process of another gateway can answer. It is sent on as it
 * came, with the agent's own key, so that the other gateway believes nothing that it would not believe the agent.
 */
final class Peers {
    /** Names the gateway that sent a request on; one that bears it is not sent on again. */
    static final CharSequence FORWARDED_BY = HttpHeaders.createOptimized("tollgate-forwarded-by");

    private static final long MILLIS_MAX = 5_000;
    private static final int CONNECTIONS_MAX = 8;
    /** To one gateway: each waits as long as the other gateway's own server does. */
    private static final int RELAYS_MAX = 256;
    /** The region lost it: no answer, or one that is none of a gateway. */
    private static final int LOST = 502;

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

    Peers(Vertx vertx, String ownId) {
        this.ownId = ownId;
        this.client = client(vertx, CONNECTIONS_MAX);
        this.relays = client(vertx, RELAYS_MAX);
    }

    private static HttpClient client(Vertx vertx, int connectionsMax) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout((int) TimeUnit.SECONDS.toMillis(2)))
                .with(new PoolOptions().setHttp1MaxSize(connectionsMax).setMaxWaitQueueSize(1_000))
                .build();
    }

    /**
     * Sends a body on to where it is waited for.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param status told the HTTP status in the end; 502 if there was none
     */
    void send(String url, MultiMap headers, byte[] body, IntConsumer status) {
        client.request(options(url, headers).setTimeout(MILLIS_MAX))
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
        RequestOptions options = options(url, headers)
                .setTimeout(max.plusMillis(MILLIS_MAX).toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        Future<HttpClientRequest> sent = relays.request(options);
        sent.compose((HttpClientRequest request) -> request.send(body))
                .compose(answer -> answer.body().map(whole -> Answer.of(answer.statusCode(), whole)))
                .onComplete(answer -> then.accept(answer.succeeded() ? answer.result() : null));
        return () -> sent.onSuccess(HttpClientRequest::reset);
    }

    private RequestOptions options(String url, MultiMap headers) {
        RequestOptions options =
                new RequestOptions().setAbsoluteURI(url + "/mcp").setMethod(HttpMethod.POST);
        for (Map.Entry<String, String> header : headers) {
            if (!OF_THE_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                options.addHeader(header.getKey(), header.getValue());
            }
        }
        return options.putHeader(FORWARDED_BY, ownId);
    }
}
