package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A service that lets in tokens for itself and for nobody else. It believes their signature: the provider is the test's own. */
final class AudienceService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: CRM, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /whoami:
                get:
                  operationId: whoAmI
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final HttpServer http;
    private final String audience;
    private final List<JsonNode> shown = new CopyOnWriteArrayList<>();

    AudienceService(String audience) throws IOException {
        this.audience = audience;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/openapi.yaml", exchange -> answer(exchange, 200, DOCUMENT));
        http.createContext("/v1/whoami", this::whoAmI);
        http.start();
    }

    URI document() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/openapi.yaml");
    }

    /** The claims of each token that came with a call. */
    List<JsonNode> shown() {
        return shown;
    }

    private void whoAmI(HttpExchange exchange) throws IOException {
        Optional<JsonNode> claims = claims(exchange.getRequestHeaders().getFirst("Authorization"));
        claims.ifPresent(shown::add);
        boolean forUs = claims.map(one -> one.path("aud"))
                .filter(aud -> aud.isTextual() && aud.asText().equals(audience))
                .isPresent();
        answer(exchange, forUs ? 200 : 401, claims.map(JsonNode::toString).orElse("{}"));
    }

    private static Optional<JsonNode> claims(@Nullable String authorization) throws IOException {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String payload = authorization.split("\\.", -1)[1];
        return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(payload)));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
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
