package dev.tollgate.bench.savings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.estate.Estate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Lists all definitions under the names that the gateway gives, in two pages, and hands calls on. */
final class StandInGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Estate estate;
    private final HttpServer http;

    StandInGateway(Estate estate) throws IOException {
        this.estate = estate;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mcp", this::answer);
        http.start();
    }

    URI mcp() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/mcp");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("id", request.get("id"));
            answer.set(
                    "result",
                    request.path("method").asText().equals("tools/list")
                            ? page(request.at("/params/cursor").asInt(0))
                            : call(request.path("params")));
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private ObjectNode page(int from) throws IOException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Server server : estate.servers()) {
            for (String line : Catalogue.definitions(server)) {
                ObjectNode tool = (ObjectNode) JSON.readTree(line);
                all.add(tool.put(
                        "name", server.name() + "__" + tool.path("name").asText()));
            }
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        int to = Math.min(all.size(), from + PAGE);
        for (int i = from; i < to; i++) {
            page.withArrayProperty("tools").add(all.get(i));
        }
        return to < all.size() ? page.put("nextCursor", Integer.toString(to)) : page;
    }

    private JsonNode call(JsonNode params) throws IOException, InterruptedException {
        String[] name = params.path("name").asText().split("__");
        Server server = estate.servers().stream()
                .filter(one -> one.name().equals(name[0]))
                .findFirst()
                .orElseThrow();
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("id", 1).put("method", "tools/call");
        request.putObject("params").put("name", name[1]).set("arguments", params.path("arguments"));
        return JSON.readTree(client.send(
                                HttpRequest.newBuilder(estate.url(server))
                                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("result");
    }

    @Override
    public void close() {
        http.stop(0);
        client.shutdownNow();
    }
}
