package dev.tollgate.gateway.edge;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    Peers(Vertx vertx, String ownId) {
        this.ownId = ownId;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout((int) TimeUnit.SECONDS.toMillis(2)))
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(1_000))
                .build();
    }

    /**
     * Sends a body on to where it is waited for.
     *
     * @param url of a gateway of this region, by that gateway's own sealed word
     * @param status told the HTTP status in the end; 502 if there was none
     */
    void send(String url, MultiMap headers, byte[] body, IntConsumer status) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(url + "/mcp")
                .setMethod(HttpMethod.POST)
                .setTimeout(MILLIS_MAX);
        for (Map.Entry<String, String> header : headers) {
            if (!OF_THE_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                options.addHeader(header.getKey(), header.getValue());
            }
        }
        options.putHeader(FORWARDED_BY, ownId);
        client.request(options)
                .compose((HttpClientRequest request) -> request.send(Buffer.buffer(body)))
                .map(HttpClientResponse::statusCode)
                .onComplete(sent -> status.accept(sent.succeeded() ? sent.result() : LOST));
    }
}
