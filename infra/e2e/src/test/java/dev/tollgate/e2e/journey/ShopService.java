package dev.tollgate.e2e.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small service with an OpenAPI document, as a customer has them: orders that are written and read. */
final class ShopService implements AutoCloseable {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: 2.0.0}
            servers: [{url: /v2}]
            paths:
              /orders/{orderId}:
                parameters:
                  - {name: orderId, in: path, required: true, schema: {type: string, maxLength: 40}}
                get:
                  operationId: getOrder
                  summary: One order
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object}}}}
                put:
                  operationId: putOrder
                  summary: Writes an order
                  parameters:
                    - {name: notify, in: query, schema: {type: string}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object}}}
                  responses: {"204": {description: written}}
              /orders/{orderId}/slip:
                post:
                  parameters:
                    - {name: orderId, in: path, required: true, schema: {type: string}}
                  requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
                  responses: {"200": {description: ok}}
            """;

    private final HttpServer http;
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

    ShopService() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/openapi.yaml", exchange -> answer(exchange, 200, DOCUMENT));
        http.createContext("/v2/orders/", this::order);
        http.start();
    }

    URI document() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/openapi.yaml");
    }

    /** Method and target of each request for an order. */
    List<String> asked() {
        return asked;
    }

    List<Map<String, List<String>>> headers() {
        return headers;
    }

    private void order(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + target);
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        String id = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            orders.put(id, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            String order = orders.get(id);
            answer(exchange, order == null ? 404 : 200, order == null ? "{\"title\":\"no such order\"}" : order);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
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
