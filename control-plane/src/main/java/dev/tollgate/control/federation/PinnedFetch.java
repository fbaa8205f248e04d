package dev.tollgate.control.federation;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads one small document for a tenant: dials the very address that was judged, follows no redirect, reads no more than it may. */
@ApplicationScoped
class PinnedFetch {
    static final int BODY_BYTES_MAX = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final UrlGate gate;
    private final HttpClient client;

    PinnedFetch(Vertx vertx, UrlGate gate) {
        this.gate = gate;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) TIMEOUT.toMillis())
                .setKeepAlive(false)
                .setMaxHeaderSize(16 * 1024)
                .setDecompressionSupported(false));
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }

    /**
     * @throws IllegalArgumentException if it cannot be read, with the reason for an admin
     */
    byte[] get(URI url) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, gate.check(url).getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(url.getRawPath())
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Accept", "application/json");
        CompletableFuture<byte[]> body = client.request(request)
                .compose(sent -> sent.send())
                .compose(PinnedFetch::read)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return body.get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("could not be read in time", e);
        }
    }

    private static String reason(Exception e) {
        return e.getCause() instanceof Unacceptable unacceptable
                ? String.valueOf(unacceptable.getMessage())
                : "could not be read";
    }

    private static Future<byte[]> read(HttpClientResponse response) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        response.exceptionHandler(read::completeExceptionally);
        if (response.statusCode() != 200) {
            response.request().reset();
            return Future.failedFuture(new Unacceptable("answers with status " + response.statusCode()));
        }
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > BODY_BYTES_MAX) {
                read.completeExceptionally(new Unacceptable("answers more than " + BODY_BYTES_MAX + " bytes"));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> read.complete(body.getBytes()));
        return Future.fromCompletionStage(read);
    }

    /** An answer that is not what was asked for. */
    private static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String message) {
            super(message, null, false, false);
        }
    }
}
