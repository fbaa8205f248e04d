package dev.tollgate.control.outgoing;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads documents for tenants: dials the very address that was judged, follows no redirect, reads no more than it may. */
@ApplicationScoped
public class Fetch {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int HEADER_BYTES_MAX = 16 * 1024;

    private final Vertx vertx;
    private final OutgoingGate gate;
    private final HttpClientOptions options = new HttpClientOptions()
            .setConnectTimeout((int) CONNECT_MAX.toMillis())
            .setKeepAlive(false)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setDecompressionSupported(false);
    private final HttpClient client;

    /**
     * What is asked for.
     *
     * @param accept media types, as the header has them
     * @param max for everything from the connection to the last byte
     */
    public record Wanted(String accept, int bytesMax, Duration max) {}

    public Fetch(Vertx vertx, OutgoingGate gate) {
        this.vertx = vertx;
        this.gate = gate;
        this.client = vertx.createHttpClient(options);
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }

    /**
     * @throws IllegalArgumentException if it may not or cannot be read, with the reason for an admin
     */
    public byte[] get(URI url, Wanted wanted) {
        return get(url, gate.check(url), wanted);
    }

    /**
     * The same where the answer is believed.
     *
     * @throws IllegalArgumentException if it may not or cannot be read, with the reason for an admin
     */
    public byte[] getSecurely(URI url, Wanted wanted) {
        return get(url, gate.checkSecure(url), wanted);
    }

    /**
     * The same, with an answer of any status.
     *
     * @throws IllegalArgumentException if it may not be asked, or there is no answer, with the reason for an admin
     */
    public Reply askSecurely(URI url, Wanted wanted) {
        return send(url, request(url, gate.checkSecure(url), wanted), Buffer.buffer(), wanted);
    }

    /**
     * @throws IllegalArgumentException if it may not be asked, or there is no answer, with the reason for an admin
     */
    public Reply postSecurely(URI url, Post post, Wanted wanted) {
        RequestOptions request = request(url, gate.checkSecure(url), wanted).setMethod(HttpMethod.POST);
        request.putHeader("Content-Type", post.contentType());
        post.headers().forEach(request::putHeader);
        return send(url, request, Buffer.buffer(post.body()), wanted);
    }

    private byte[] get(URI url, InetAddress address, Wanted wanted) {
        return secured(
                url,
                by -> await(
                        () -> by.request(request(url, address, wanted))
                                .compose(sent -> sent.send())
                                .compose(answer -> BoundedBody.ofSuccess(answer, wanted.bytesMax())),
                        wanted));
    }

    private Reply send(URI url, RequestOptions request, Buffer body, Wanted wanted) {
        return secured(
                url,
                by -> await(
                        () -> by.request(request)
                                .compose(sent -> sent.send(body))
                                .compose(answer -> BoundedBody.ofAny(answer, wanted.bytesMax())
                                        .map(read -> Reply.of(answer, read))),
                        wanted));
    }

    /** By a client of its own where the URL's origin has certificates. */
    private <T> T secured(URI url, Function<HttpClient, T> work) {
        OutgoingTls tls = OutgoingTls.of(url);
        if (tls == null) {
            return work.apply(client);
        }
        HttpClient own = vertx.createHttpClient(tls.secure(new HttpClientOptions(options)));
        try {
            return work.apply(own);
        } finally {
            own.close();
        }
    }

    /** All of it on one event loop: begun beside it, an answer could be over before there is anybody to read it. */
    private <T> T await(Supplier<Future<T>> asked, Wanted wanted) {
        Promise<T> answer = Promise.promise();
        vertx.getOrCreateContext()
                .runOnContext(begun ->
                        Future.succeededFuture(begun).compose(_ -> asked.get()).onComplete(answer));
        try {
            return answer.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(wanted.max().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(
                    e.getCause() instanceof Unacceptable unacceptable ? unacceptable.why() : "could not be read", e);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException(
                    "could not be read within " + wanted.max().toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("could not be read in time", e);
        }
    }

    private static RequestOptions request(URI url, InetAddress address, Wanted wanted) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(wanted.max().toMillis())
                .putHeader("Accept", wanted.accept());
    }
}
