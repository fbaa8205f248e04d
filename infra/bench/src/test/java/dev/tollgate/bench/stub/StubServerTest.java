package dev.tollgate.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedSelectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private StubServer stub;

    @BeforeEach
    void serve() throws IOException {
        stub = new StubServer(0, 1024, 50);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                stub.serve();
            } catch (IOException | ClosedSelectorException e) {
                // Closed by the test.
                return;
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        stub.close();
    }

    @Test
    void agreesToTheRevisionThatIsAskedFor() throws Exception {
        JsonNode answer = post("""
                {"jsonrpc":"2.0","id":"a-1","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{}}}""");

        assertThat(answer.at("/id").asText()).isEqualTo("a-1");
        assertThat(answer.at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
        assertThat(answer.at("/result/capabilities/tools").isObject()).isTrue();
    }

    @Test
    void listsToolsWithWholeDefinitions() throws Exception {
        JsonNode tools =
                post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}").at("/result/tools");

        assertThat(tools).hasSize(50);
        assertThat(tools.get(0).at("/name").asText()).isEqualTo(StubTools.ECHO);
        assertThat(tools.get(49).at("/inputSchema/properties/marker/type").asText())
                .isEqualTo("string");
    }

    @Test
    void aCallAnswersTheWantedSizeAndEndsInTheMarker() throws Exception {
        String body = """
                {"jsonrpc":"2.0","method":"tools/call","params":{"arguments":{"marker":"m1000000007"},"name":"echo"},"id":1000000007}""";

        String answer = send(body).body();

        assertThat(answer.length()).isBetween(1000, 1048);
        assertThat(JSON.readTree(answer).at("/id").asLong()).isEqualTo(1_000_000_007);
        assertThat(JSON.readTree(answer).at("/result/content/0/text").asText()).endsWith("m1000000007");
    }

    @Test
    void aNotificationIsAcceptedWithoutABody() throws Exception {
        HttpResponse<String> answer = send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anUnknownMethodIsAnErrorAndPingIsNot() throws Exception {
        JsonNode unknown = post("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"server/discover\",\"params\":{}}");
        JsonNode ping = post("{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"ping\"}");

        assertThat(unknown.at("/error/code").asInt()).isEqualTo(-32601);
        assertThat(unknown.at("/id").asInt()).isEqualTo(5);
        assertThat(ping.at("/result").isObject()).isTrue();
    }

    @Test
    void thereIsNoStreamToGet() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(uri()).GET().build();

        assertThat(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    private JsonNode post(String body) throws Exception {
        HttpResponse<String> answer = send(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + stub.port() + "/mcp");
    }
}
