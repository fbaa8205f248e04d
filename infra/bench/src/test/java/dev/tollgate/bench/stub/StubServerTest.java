package dev.tollgate.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.bench.wire.Era;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedSelectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CALL = """
            {"jsonrpc":"2.0","method":"tools/call","params":{"arguments":{"marker":"m1000000007"},"name":"echo"},"id":1000000007}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private StubServer stub;

    @BeforeEach
    void serve() throws IOException {
        stub = new StubServer(0, 1024, 50);
        serve(stub);
    }

    private static void serve(StubServer stub) {
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

    @Test
    void aLongAnswerIsTheSameInEachForm() throws Exception {
        try (StubServer large = new StubServer(0, 300_000, 1)) {
            serve(large);

            String document = send(large, AnswerForm.DOCUMENT.path(), CALL).body();
            String event = send(large, AnswerForm.EVENT.path(), CALL).body();
            String lines = send(large, AnswerForm.LINES.path(), CALL).body();

            assertThat(document.length()).isBetween(299_000, 300_100);
            assertThat(event).isEqualTo("event: message\ndata: " + document + "\n\n");
            assertThat(lines.length()).isBetween(299_000, 301_500);
            assertThat(lines.lines().filter(line -> line.startsWith("data: "))).hasSizeGreaterThan(10);
            JsonNode joined =
                    JSON.readTree(lines.replace("event: message\n", "").replace("data: ", ""));
            assertThat(joined.at("/id").asLong()).isEqualTo(1_000_000_007);
            assertThat(lines).contains("m1000000007\"}],\"isError\":false}}\n\n");
        }
    }

    @Test
    void aModernStubIsDiscoveredAndHasNoHandshake() throws Exception {
        try (StubServer modern = new StubServer(0, 1024, 1, Era.MODERN)) {
            serve(modern);

            JsonNode refused = JSON.readTree(send(modern, "/mcp", "{\"id\":1,\"method\":\"initialize\",\"params\":{}}")
                    .body());
            JsonNode found =
                    JSON.readTree(send(modern, "/mcp", "{\"id\":2,\"method\":\"server/discover\",\"params\":{}}")
                            .body());
            JsonNode called = JSON.readTree(send(modern, "/mcp", CALL).body());

            assertThat(refused.at("/error/code").asInt()).isEqualTo(-32601);
            assertThat(found.at("/result/supportedVersions/0").asText()).isEqualTo("2026-07-28");
            assertThat(found.at("/result/capabilities/prompts").isObject()).isTrue();
            assertThat(called.at("/result/resultType").asText()).isEqualTo("complete");
        }
    }

    @Test
    void promptsAreListed() throws Exception {
        JsonNode prompts = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/list\"}")
                .at("/result/prompts");

        assertThat(prompts).hasSize(StubTools.PROMPTS).allMatch(prompt -> prompt.hasNonNull("description"));
    }

    @Test
    void onTheSilentPathNothingIsAnswered() {
        assertThatThrownBy(() -> client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stub.port() + StubServer.SILENT_PATH))
                                .timeout(Duration.ofMillis(300))
                                .POST(HttpRequest.BodyPublishers.ofString(CALL))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void whoWatchesHearsOfItsOwnProgressEverySecond() throws Exception {
        String body = """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"watch","arguments":{"marker":"m7"},"_meta":{"progressToken":"t7"}}}""";
        HttpRequest request = HttpRequest.newBuilder(uri())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
        List<JsonNode> first = new ArrayList<>();
        for (String line :
                answer.body().filter(line -> line.startsWith("data: ")).limit(2).toList()) {
            first.add(JSON.readTree(line.substring(6)).at("/params"));
        }

        assertThat(first)
                .allMatch(params -> params.at("/progressToken").asText().equals("t7"));
        assertThat(first).allMatch(params -> params.at("/message").asText().equals("m7"));
        assertThat(first).extracting(params -> params.at("/progress").asInt()).containsExactly(1, 2);
        client.shutdownNow();
    }

    private HttpResponse<String> send(StubServer to, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode post(String body) throws Exception {
        HttpResponse<String> answer = send(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String body) throws Exception {
        return send(stub, "/mcp", body);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + stub.port() + "/mcp");
    }
}
