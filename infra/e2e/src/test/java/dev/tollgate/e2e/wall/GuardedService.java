package dev.tollgate.e2e.wall;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that lets in whoever has its secret, and keeps all that it was ever sent. */
final class GuardedService implements AutoCloseable {
    static final String HEADER = "X-Guard";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Guarded, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /whoami:
                get:
                  operationId: whoAmI
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final HttpServer http;
    private final String secret;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    GuardedService(String secret) throws IOException {
        this.secret = secret;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/openapi.yaml", exchange -> answer(exchange, 200, DOCUMENT));
        http.createContext("/v1/whoami", this::whoAmI);
        http.start();
    }

    URI document() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/openapi.yaml");
    }

    /** Target, headers and body of each. */
    List<String> requests() {
        return requests;
    }

    private void whoAmI(HttpExchange exchange) throws IOException {
        boolean known = secret.equals(exchange.getRequestHeaders().getFirst(HEADER));
        answer(exchange, known ? 200 : 401, known ? "{\"known\":true}" : "{\"error\":\"who are you?\"}");
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                + exchange.getRequestHeaders().entrySet() + "\n" + new String(body, StandardCharsets.UTF_8));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
