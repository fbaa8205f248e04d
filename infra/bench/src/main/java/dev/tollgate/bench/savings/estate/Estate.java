package dev.tollgate.bench.savings.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.catalogue.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All upstream servers, each at a path of its own, over one world that can be begun anew. */
public final class Estate implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_ALLOWED = 405;
    private static final int NO_SUCH_METHOD = -32601;
    private static final long NO_BODY = -1;

    private final List<Server> servers;
    private final HttpServer http;
    private World world;

    private Estate(List<Server> servers, HttpServer http) {
        this.servers = List.copyOf(servers);
        this.http = http;
        this.world = new World(servers);
    }

    /** Starts them on a free port of loopback. */
    public static Estate start(List<Server> servers) throws IOException {
        // Head and body are two packets: without this the second waits for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Estate estate = new Estate(servers, http);
        for (Server server : servers) {
            List<JsonNode> definitions = new ArrayList<>();
            for (String line : Catalogue.definitions(server)) {
                definitions.add(JSON.readTree(line));
            }
            ServerTools tools = new ServerTools(server, definitions);
            http.createContext("/" + server.name(), exchange -> estate.answer(exchange, tools));
        }
        http.start();
        return estate;
    }

    public List<Server> servers() {
        return servers;
    }

    /** The endpoint of a server. */
    public URI url(Server server) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/" + server.name());
    }

    /** Forgets all changes. */
    public synchronized void beginAnew() {
        world = new World(servers);
    }

    /** What was changed since the beginning, in order: a tool and its arguments. */
    public synchronized List<String> changes() {
        return world.changes();
    }

    private void answer(HttpExchange exchange, ServerTools tools) throws IOException {
        try (exchange) {
            if (!"POST".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
                return;
            }
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            if (!request.has("id")) {
                exchange.sendResponseHeaders(ACCEPTED, NO_BODY);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(answer(request, tools));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode answer(JsonNode request, ServerTools tools) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", request.get("id"));
        JsonNode params = request.path("params");
        switch (request.path("method").asText()) {
            case "initialize" -> {
                ObjectNode result = answer.putObject("result");
                result.put("protocolVersion", params.path("protocolVersion").asText());
                result.putObject("capabilities").putObject("tools");
                result.putObject("serverInfo").put("name", "made-up").put("version", "1");
            }
            case "ping" -> answer.putObject("result");
            case "tools/call" -> answer.set("result", call(tools, params));
            default ->
                answer.putObject("error").put("code", NO_SUCH_METHOD).put("message", "the server has no such method");
        }
        return answer;
    }

    private synchronized ObjectNode call(ServerTools tools, JsonNode params) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode text = result.putArray("content").addObject().put("type", "text");
        try {
            ObjectNode arguments = params.path("arguments") instanceof ObjectNode given
                    ? given
                    : JsonNodeFactory.instance.objectNode();
            ObjectNode answer = tools.call(world, params.path("name").asText(), arguments);
            text.put("text", answer.toString());
            if (tools.isTyped()) {
                result.set("structuredContent", answer.deepCopy());
            }
        } catch (ToolFailure failure) {
            text.put("text", String.valueOf(failure.getMessage()));
            result.put("isError", true);
        }
        return result;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
