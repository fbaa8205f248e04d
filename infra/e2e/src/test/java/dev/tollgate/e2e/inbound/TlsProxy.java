package dev.tollgate.e2e.inbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tollgate.e2e.stack.Front;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What stands at the front: a proxy that ends TLS, takes a path away and says so in forwarded headers, from an address that
 * gateways believe; and documents that anyone may read there.
 */
final class TlsProxy implements AutoCloseable {
    private static final Set<String> OF_THE_HOP =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "http2-settings");

    private final HttpsServer server;
    private final Front front;
    private final URI gateway;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final HttpClient from = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(Front.PROXY)
            .build();

    private TlsProxy(Front front, URI gateway) throws IOException, GeneralSecurityException {
        this.front = front;
        this.gateway = gateway;
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(front.keys(), front.password());
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port()), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    static TlsProxy at(Front front, URI gateway) throws IOException, GeneralSecurityException {
        var proxy = new TlsProxy(front, gateway);
        proxy.server.start();
        return proxy;
    }

    /** Puts a document in JSON there, and answers its address. */
    URI document(String path, String json) {
        documents.put(path, json);
        return front.at(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var document = documents.get(path);
            if (document != null) {
                var bytes = document.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                pass(exchange, path.startsWith(Front.PATH + "/") ? path.substring(Front.PATH.length()) : path);
            }
        }
    }

    private void pass(HttpExchange exchange, String path) throws IOException {
        var request = HttpRequest.newBuilder(gateway.resolve(path));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var body = exchange.getRequestBody().readAllBytes();
        request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("X-Forwarded-Proto", "https")
                .setHeader("X-Forwarded-Host", "localhost:" + front.port())
                .setHeader("X-Forwarded-Prefix", Front.PATH);
        try {
            passBack(from.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void passBack(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        var body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
