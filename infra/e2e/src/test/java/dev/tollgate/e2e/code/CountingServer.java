package dev.tollgate.e2e.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.service.McpAnswers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An MCP server over streamable HTTP that remembers what it was called with, tool and arguments. Of one tool it says that it only reads. */
final class CountingServer implements AutoCloseable {
    private static final List<String> TOOLS = List.of("find", "erase", "read");
    private static final String READER = "read";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    CountingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/mcp", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/mcp");
    }

    List<String> calls() {
        return calls;
    }

    /** As if nobody had called it. */
    void forget() {
        calls.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = McpAnswers.request(exchange);
            if (request != null) {
                McpAnswers.answer(exchange, request, result(request));
            }
        }
    }

    private @Nullable ObjectNode result(JsonNode request) {
        return switch (request.path("method").asText()) {
            case "initialize" -> McpAnswers.initialized("counting");
            case "tools/list" -> tools();
            case "tools/call" -> {
                JsonNode params = request.required("params");
                String tool = params.required("name").asText();
                calls.add(tool + params.path("arguments"));
                yield McpAnswers.text(tool + " done");
            }
            default -> null;
        };
    }

    private static ObjectNode tools() {
        ObjectNode result = McpAnswers.tools(TOOLS);
        ObjectNode reader = (ObjectNode) result.required("tools").required(TOOLS.indexOf(READER));
        reader.putObject("annotations").put("readOnlyHint", true);
        return result;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
