package dev.tollgate.e2e.journey;

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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real MCP server over streamable HTTP with one tool, which answers calls, refuses them or lets them hang, as it is told. */
final class MoodyServer implements AutoCloseable {
    enum Mood {
        ANSWER,
        REFUSE,
        HANG
    }

    private static final int NO_BODY = -1;
    private static final int METHOD_NOT_FOUND = -32601;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private final List<String> everyHeader = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.ANSWER;

    MoodyServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/mcp", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/mcp");
    }

    void is(Mood next) {
        mood = next;
    }

    /** The headers of each call, by name in lower case. */
    List<Map<String, String>> calls() {
        return calls;
    }

    /** Every header of every request, calls or not. */
    List<String> everyHeader() {
        return everyHeader;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getRequestHeaders().forEach((name, values) -> everyHeader.add(name + ": " + values));
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, NO_BODY);
                return;
            }
            JsonNode message = WireJson.decode(body, JsonNode.class);
            if (!message.has("id")) {
                exchange.sendResponseHeaders(202, NO_BODY);
                return;
            }
            switch (message.path("method").asText()) {
                case "initialize" -> answer(exchange, message, initialized());
                case "tools/list" -> answer(exchange, message, tools());
                case "tools/call" -> call(exchange, message);
                default -> answer(exchange, message, null);
            }
        }
    }

    private void call(HttpExchange exchange, JsonNode message) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        calls.add(headers);
        switch (mood) {
            case ANSWER -> {
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                result.putArray("content").addObject().put("type", "text").put("text", "well");
                answer(exchange, message, result);
            }
            case REFUSE -> {
                byte[] words = "<html>words of the upstream</html>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(503, words.length);
                exchange.getResponseBody().write(words);
            }
            case HANG -> awaitTheEnd();
        }
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode initialized() {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("protocolVersion", "2025-11-25");
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "moody").put("version", "1");
        return result;
    }

    private static ObjectNode tools() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode tool = result.putArray("tools").addObject().put("name", "greet");
        tool.putObject("inputSchema").put("type", "object");
        return result;
    }

    /** Without a result, that the method is not known. */
    private static void answer(HttpExchange exchange, JsonNode message, @Nullable ObjectNode result)
            throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", message.required("id"));
        if (result == null) {
            answer.putObject("error").put("code", METHOD_NOT_FOUND).put("message", "no such method");
        } else {
            answer.set("result", result);
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        over.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
