package dev.tollgate.e2e.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A service that lets in whoever has an access token that has not run out, and says which one it was. */
final class BearerService implements AutoCloseable {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Bearer, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /token:
                get:
                  operationId: whichToken
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final HttpServer http;

    BearerService() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/openapi.yaml", exchange -> answer(exchange, 200, DOCUMENT));
        http.createContext("/v1/token", BearerService::whichToken);
        http.start();
    }

    URI document() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/openapi.yaml");
    }

    private static void whichToken(HttpExchange exchange) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || header.split("\\.").length != 3) {
            answer(exchange, 401, "{\"error\":\"no token\"}");
            return;
        }
        var claims = WireJson.decode(Base64.getUrlDecoder().decode(header.split("\\.")[1]), JsonNode.class);
        var over = Instant.ofEpochSecond(claims.required("exp").asLong()).isBefore(Instant.now());
        answer(
                exchange,
                over ? 401 : 200,
                over ? "{\"error\":\"has run out\"}" : "{\"token\":" + claims.required("jti") + "}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
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
