package dev.tollgate.e2e.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.service.McpAnswers;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real MCP server that lets in whoever its provider knows the token of, asked at each request, and says who that is. */
final class WikiServer implements AutoCloseable {
    private static final int NO_BODY = -1;
    private static final String METADATA = "/.well-known/oauth-protected-resource/mcp";

    private final String issuer;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private volatile String lastToken = "";

    WikiServer(String issuer) throws IOException {
        this.issuer = issuer;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/mcp", this::handle);
        http.createContext(METADATA, this::metadata);
        http.start();
    }

    URI url() {
        return at("/mcp");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    /** Whether the provider still stands by what the gateway came with last. */
    boolean lastTokenIsGood() {
        return person(lastToken).isPresent();
    }

    private void metadata(HttpExchange exchange) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("resource", url().toString());
        document.putArray("authorization_servers").add(issuer);
        McpAnswers.send(exchange, document);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            lastToken = authorization == null ? "" : authorization.replaceFirst("(?i)^bearer ", "");
            Optional<String> person = person(lastToken);
            if (person.isEmpty()) {
                exchange.getResponseHeaders()
                        .add("WWW-Authenticate", "Bearer resource_metadata=\"" + at(METADATA) + "\"");
                exchange.sendResponseHeaders(401, NO_BODY);
                return;
            }
            JsonNode request = McpAnswers.request(exchange);
            if (request != null) {
                McpAnswers.answer(
                        exchange, request, result(request.path("method").asText(), person.get()));
            }
        }
    }

    private static @Nullable ObjectNode result(String method, String person) {
        return switch (method) {
            case "initialize" -> McpAnswers.initialized("wiki");
            case "tools/list" -> McpAnswers.tools(List.of("whoami"));
            case "tools/call" -> McpAnswers.text(person);
            default -> null;
        };
    }

    private Optional<String> person(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() != 200
                    ? Optional.empty()
                    : Optional.of(WireJson.decode(answer.body(), JsonNode.class)
                            .required("preferred_username")
                            .asText());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
