package dev.tollgate.e2e.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How MCP servers of our own over streamable HTTP read and answer what they are posted, whatever their tools do. */
public final class McpAnswers {
    private static final int NO_BODY = -1;
    private static final int METHOD_NOT_FOUND = -32601;

    private McpAnswers() {}

    /** What is asked; null if nothing is, which has been answered then. */
    public static @Nullable JsonNode request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.sendResponseHeaders(405, NO_BODY);
            return null;
        }
        JsonNode message = WireJson.decode(body, JsonNode.class);
        if (!message.has("id")) {
            exchange.sendResponseHeaders(202, NO_BODY);
            return null;
        }
        return message;
    }

    /** Without a result, that the method is not known. */
    public static void answer(HttpExchange exchange, JsonNode request, @Nullable ObjectNode result) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", request.required("id"));
        if (result == null) {
            answer.putObject("error").put("code", METHOD_NOT_FOUND).put("message", "no such method");
        } else {
            answer.set("result", result);
        }
        send(exchange, answer);
    }

    public static void send(HttpExchange exchange, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The result of {@code initialize} of a server that has tools alone. */
    public static ObjectNode initialized(String server) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("protocolVersion", "2025-11-25");
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", server).put("version", "1");
        return result;
    }

    /** The result of {@code tools/list} with tools that take whatever they are given. */
    public static ObjectNode tools(List<String> names) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        var tools = result.putArray("tools");
        names.forEach(name ->
                tools.addObject().put("name", name).putObject("inputSchema").put("type", "object"));
        return result;
    }

    /** The result of {@code tools/call} that is one text. */
    public static ObjectNode text(String text) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }
}
