package dev.tollgate.control.server;

import dev.tollgate.openapi.OpenApiDocuments;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads one OpenAPI document: dials the very address that was judged, follows no redirect, reads no more than it may. */
@ApplicationScoped
class DocumentFetch {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final UpstreamGate gate;
    private final HttpClient client;

    DocumentFetch(Vertx vertx, UpstreamGate gate) {
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
        Future<Buffer> body =
                client.request(request(url)).compose(sent -> sent.send()).compose(DocumentFetch::read);
        try {
            return body.toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .getBytes();
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof Unacceptable unacceptable
                    ? String.valueOf(unacceptable.getMessage())
                    : "could not be read";
            throw new IllegalArgumentException(reason, e);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException("could not be read within " + TIMEOUT.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("could not be read in time", e);
        }
    }

    private RequestOptions request(URI url) {
        InetAddress address = gate.address(url);
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Accept", "application/json, application/yaml, */*;q=0.5");
    }

    private static Future<Buffer> read(HttpClientResponse response) {
        Promise<Buffer> read = Promise.promise();
        response.exceptionHandler(read::tryFail);
        if (response.statusCode() != 200) {
            response.request().reset();
            return Future.failedFuture(new Unacceptable("answers with status " + response.statusCode()));
        }
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > OpenApiDocuments.BYTES_MAX) {
                read.tryFail(new Unacceptable("answers more than " + OpenApiDocuments.BYTES_MAX + " bytes"));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> read.tryComplete(body));
        return read.future();
    }

    /** An answer that is not what was asked for. */
    private static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String message) {
            super(message, null, false, false);
        }
    }
}
