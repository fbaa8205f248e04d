package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The gateway as an agent with a key sees it. */
public final class McpGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final KeySecret key;
    private int requests;

    public McpGateway(URI endpoint, KeySecret key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /**
     * The answer to a call as a model reads it.
     *
     * @param text all text of the result's content
     */
    record Answer(String text, boolean isError) {}

    /** All tools that the key is listed, page by page. */
    public List<JsonNode> tools() throws IOException, InterruptedException {
        List<JsonNode> tools = new ArrayList<>();
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        String cursor = "";
        do {
            JsonNode page = result("tools/list", params);
            page.path("tools").forEach(tools::add);
            cursor = page.path("nextCursor").asText("");
            params.put("cursor", cursor);
        } while (!cursor.isEmpty());
        return tools;
    }

    Answer call(String tool, JsonNode arguments) throws IOException, InterruptedException {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", tool);
        params.set("arguments", arguments);
        JsonNode result = result("tools/call", params);
        String text = StreamSupport.stream(result.path("content").spliterator(), false)
                .map(item -> item.path("text").asText())
                .collect(Collectors.joining("\n"));
        return new Answer(text, result.path("isError").asBoolean());
    }

    private JsonNode result(String method, ObjectNode params) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", ++requests)
                .put("method", method);
        request.set("params", params);
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(endpoint)
                        .timeout(ANSWER_MAX)
                        .header("Authorization", "Bearer " + key.reveal())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException(method + " was answered " + response.statusCode() + " " + response.body());
        }
        JsonNode answer = JSON.readTree(document(response));
        if (!answer.has("result")) {
            throw new IOException(method + " was answered " + answer);
        }
        return answer.path("result");
    }

    /** The answer itself, which is the last event where it comes as a stream. */
    private static String document(HttpResponse<String> response) {
        String body = response.body();
        boolean stream =
                response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return stream
                ? body.lines()
                        .filter(line -> line.startsWith("data:"))
                        .reduce("", (_, line) -> line.substring("data:".length()))
                : body;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
