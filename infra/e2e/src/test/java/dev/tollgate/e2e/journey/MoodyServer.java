package dev.tollgate.e2e.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.service.McpAnswers;
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

/** A real MCP server over streamable HTTP with one tool, which answers calls, refuses them or lets them hang, as it is told. */
final class MoodyServer implements AutoCloseable {
    enum Mood {
        ANSWER,
        REFUSE,
        HANG
    }

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
            exchange.getRequestHeaders().forEach((name, values) -> everyHeader.add(name + ": " + values));
            JsonNode request = McpAnswers.request(exchange);
            if (request == null) {
                return;
            }
            switch (request.path("method").asText()) {
                case "initialize" -> McpAnswers.answer(exchange, request, McpAnswers.initialized("moody"));
                case "tools/list" -> McpAnswers.answer(exchange, request, McpAnswers.tools(List.of("greet")));
                case "tools/call" -> call(exchange, request);
                default -> McpAnswers.answer(exchange, request, null);
            }
        }
    }

    private void call(HttpExchange exchange, JsonNode request) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        calls.add(headers);
        switch (mood) {
            case ANSWER -> McpAnswers.answer(exchange, request, McpAnswers.text("well"));
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

    @Override
    public void close() {
        over.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
