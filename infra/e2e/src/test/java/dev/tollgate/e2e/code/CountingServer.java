package dev.tollgate.e2e.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An MCP server over streamable HTTP that remembers what it was called with, tool and arguments. */
final class CountingServer implements AutoCloseable {
    private static final int NO_BODY = -1;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final List<String> TOOLS = List.of("find", "erase", "read");

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

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, NO_BODY);
                return;
            }
            JsonNode message = WireJson.decode(body, JsonNode.class);
            if (!message.has("id")) {
                exchange.sendResponseHeaders(202, NO_BODY);
                return;
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
            answer.set("id", message.required("id"));
            switch (message.path("method").asText()) {
                case "initialize" -> initialized(answer.putObject("result"));
                case "tools/list" -> tools(answer.putObject("result"));
                case "tools/call" -> {
                    JsonNode params = message.required("params");
                    String tool = params.required("name").asText();
                    calls.add(tool + params.path("arguments"));
                    answer.putObject("result")
                            .putArray("content")
                            .addObject()
                            .put("type", "text")
                            .put("text", tool + " done");
                }
                default ->
                    answer.putObject("error").put("code", METHOD_NOT_FOUND).put("message", "no such method");
            }
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void initialized(ObjectNode result) {
        result.put("protocolVersion", "2025-11-25");
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "counting").put("version", "1");
    }

    private static void tools(ObjectNode result) {
        var tools = result.putArray("tools");
        TOOLS.forEach(name ->
                tools.addObject().put("name", name).putObject("inputSchema").put("type", "object"));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
