package dev.tollgate.bench.savings.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.agent.Hands;
import dev.tollgate.bench.savings.agent.PlanFailed;
import dev.tollgate.bench.savings.agent.Use;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.estate.Estate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Calls the upstreams themselves, as if there were no gateway. */
final class EstateClient implements Hands, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Estate estate;

    EstateClient(Estate estate) {
        this.estate = estate;
    }

    @Override
    public List<JsonNode> use(String thought, List<Use> uses) throws IOException, InterruptedException {
        List<JsonNode> answers = new ArrayList<>();
        for (Use use : uses) {
            answers.add(call(use.server(), use.tool(), use.arguments()));
        }
        return answers;
    }

    JsonNode call(String server, String tool, ObjectNode arguments) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", "tools/call");
        request.putObject("params").put("name", tool).set("arguments", arguments);
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(url(server))
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode result = JSON.readTree(response.body()).path("result");
        String text = result.at("/content/0/text").asText();
        if (result.path("isError").asBoolean()) {
            throw new PlanFailed(server + "." + tool + ": " + text);
        }
        return JSON.readTree(text);
    }

    private URI url(String server) {
        Server found = estate.servers().stream()
                .filter(one -> one.name().equals(server))
                .findFirst()
                .orElseThrow();
        return estate.url(found);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
