package dev.tollgate.e2e.outage;

import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.fixture.Fixture;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.wire.WireJson;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends a gateway")
@DisplayName("An agent whose requests go to one gateway and then to the other")
class ReplicasIT {
    private static final String OTHER = Tollgate.HOME_GATEWAYS.getLast();

    private static final String KNOWS_TASKS = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}";

    private final Tollgate tollgate;
    private final ClientFolder packages;
    private final HttpClient client = HttpClient.newHttpClient();
    private Fixture legacy;
    private Fixture modern;
    private IssuedKey legacyKey;
    private IssuedKey modernKey;

    ReplicasIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.packages = ClientFolder.in(tollgate);
    }

    /** Before any gateway is killed: its share in looking at servers is taken over only when Kafka has given it up. */
    @BeforeAll
    void both_serve() throws Exception {
        var started = tollgate.starting(OTHER);
        legacy = Fixture.started(packages, Era.LEGACY);
        modern = Fixture.started(packages, Era.MODERN);
        legacyKey = key("wandering", legacy);
        modernKey = key("rounds", modern);
        started.join();
    }

    @BeforeEach
    void both_know_the_keys() {
        for (var gateway : Tollgate.HOME_GATEWAYS) {
            for (var key : List.of(legacyKey, modernKey)) {
                var there = Agent.with(tollgate.mcp(gateway), key.secret());
                Eventually.passes(
                        gateway + " knows the key",
                        () -> assertThat(there.tools()).contains("test_simple_text"));
            }
        }
    }

    @AfterEach
    void both_serve_again() throws Exception {
        tollgate.restore();
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.stop(OTHER);
        legacy.close();
        modern.close();
    }

    private IssuedKey key(String name, Fixture fixture) {
        var company = Company.founded(tollgate, name);
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.unprefixed("fixture", fixture.url()));
        return workshop.key("wanderer", "*");
    }

    private HttpRequest.Builder request(String gateway, IssuedKey key) {
        return HttpRequest.newBuilder(tollgate.mcp(gateway))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key.secret())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private HttpResponse<String> post(HttpRequest.Builder request, String body) throws Exception {
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Begun at the one gateway, by a client whose person can be asked. */
    private String session(IssuedKey key) throws Exception {
        var begin = message(
                1,
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{}},"
                        + "\"clientInfo\":{\"name\":\"wanderer\",\"version\":\"1\"}}");
        return post(request(GATEWAY, key), begin)
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private static String message(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params);
    }

    private static JsonNode json(String text) {
        return WireJson.decode(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The next message on a stream. */
    private static JsonNode next(Iterator<String> lines) {
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("data: {")) {
                return json(line.substring("data: ".length()));
            }
        }
        throw new AssertionError("the stream has ended");
    }

    @Test
    @DisplayName(
            "has one session there, is asked at the one and answers at the other, and goes on when the one is killed")
    void a_legacy_session() throws Exception {
        var session = session(legacyKey);

        asked_at_one_and_answering_at_the_other(legacyKey, session);
        var heard = subscribed_at_one_and_hearing_at_the_other(legacyKey, session);

        tollgate.kill(GATEWAY);

        var call = message(9, "tools/call", "{\"name\":\"test_touch_watched_resource\",\"arguments\":{}}");
        assertThat(post(request(OTHER, legacyKey).header("Mcp-Session-Id", session), call)
                        .body())
                .contains("touched");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("test://watched-resource");
    }

    private void asked_at_one_and_answering_at_the_other(IssuedKey key, String session) throws Exception {
        var call = message(2, "tools/call", "{\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"who?\"}}");
        try (Stream<String> lines = client.send(
                        request(OTHER, key)
                                .header("Mcp-Session-Id", session)
                                .POST(HttpRequest.BodyPublishers.ofString(call))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()) {
            var stream = lines.iterator();
            var question = next(stream);
            assertThat(question.required("method").asText()).isEqualTo("elicitation/create");
            var answer =
                    "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"action\":\"accept\",\"content\":{\"response\":\"me\"}}}"
                            .formatted(question.required("id"));

            assertThat(post(request(GATEWAY, key).header("Mcp-Session-Id", session), answer)
                            .statusCode())
                    .isEqualTo(202);

            assertThat(next(stream).required("result").toString())
                    .contains("action=accept")
                    .contains("me");
        }
    }

    private BlockingQueue<String> subscribed_at_one_and_hearing_at_the_other(IssuedKey key, String session)
            throws Exception {
        var subscribe = message(3, "resources/subscribe", "{\"uri\":\"test://watched-resource\"}");
        assertThat(post(request(GATEWAY, key).header("Mcp-Session-Id", session), subscribe)
                        .body())
                .contains("\"result\":{}");
        var heard = new LinkedBlockingQueue<String>();
        var listening = HttpRequest.newBuilder(tollgate.mcp(OTHER))
                .header("Authorization", "Bearer " + key.secret())
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .GET()
                .build();
        client.sendAsync(listening, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body()
                        .filter(line -> line.contains("notifications/resources/updated"))
                        .forEach(heard::add));
        var touch = message(4, "tools/call", "{\"name\":\"test_touch_watched_resource\",\"arguments\":{}}");
        // It takes a moment until the other gateway listens to the server.
        Eventually.passes("a change is heard at the other gateway", () -> {
            assertThat(post(request(GATEWAY, key).header("Mcp-Session-Id", session), touch)
                            .body())
                    .contains("touched");
            assertThat(heard.poll(1, TimeUnit.SECONDS)).contains("test://watched-resource");
        });
        heard.clear();
        return heard;
    }

    @Test
    @DisplayName("is asked by the one, which is killed, and gives its answer in the next round at the other")
    void an_exchange_in_rounds() throws Exception {
        var asked = json(post(modern(GATEWAY, modernKey), round(1, "")).body()).required("result");
        assertThat(asked.required("resultType").asText()).isEqualTo("input_required");

        tollgate.kill(GATEWAY);

        var answers = new StringBuilder();
        asked.required("inputRequests")
                .fieldNames()
                .forEachRemaining(name -> answers.append(answers.isEmpty() ? "" : ",")
                        .append("\"%s\":{\"action\":\"accept\",\"content\":{\"ok\":true}}".formatted(name)));
        var next = ",\"inputResponses\":{%s},\"requestState\":%s".formatted(answers, asked.required("requestState"));
        assertThat(json(post(modern(OTHER, modernKey), round(2, next)).body())
                        .required("result")
                        .required("resultType")
                        .asText())
                .isEqualTo("complete");
    }

    private HttpRequest.Builder modern(String gateway, IssuedKey key) {
        return modern(gateway, key, "tools/call", "test_input_required_result_request_state");
    }

    private HttpRequest.Builder modern(String gateway, IssuedKey key, String method, String name) {
        return request(gateway, key)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .header("Mcp-Name", name);
    }

    @Test
    @DisplayName(
            "has a task of a legacy server made at the one, which is killed, and is asked in its course at the other")
    void a_legacy_task() throws Exception {
        var session = session(legacyKey);
        var call = message(2, "tools/call", "{\"name\":\"test_asking_job\",\"arguments\":{},\"task\":{}}");
        var task = json(post(request(GATEWAY, legacyKey).header("Mcp-Session-Id", session), call)
                        .body())
                .required("result")
                .required("task")
                .required("taskId")
                .asText();

        tollgate.kill(GATEWAY);

        var result = message(3, "tasks/result", "{\"taskId\":\"" + task + "\"}");
        try (Stream<String> lines = client.send(
                        request(OTHER, legacyKey)
                                .header("Mcp-Session-Id", session)
                                .POST(HttpRequest.BodyPublishers.ofString(result))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()) {
            var stream = lines.iterator();
            var question = next(stream);
            assertThat(question.required("method").asText()).isEqualTo("elicitation/create");
            assertThat(question.at("/params/_meta/io.modelcontextprotocol~1related-task/taskId")
                            .asText())
                    .isEqualTo(task);
            var answer =
                    "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"action\":\"accept\",\"content\":{\"response\":\"me\"}}}"
                            .formatted(question.required("id"));
            assertThat(post(request(OTHER, legacyKey).header("Mcp-Session-Id", session), answer)
                            .statusCode())
                    .isEqualTo(202);

            var end = next(stream).required("result");
            assertThat(end.toString()).contains("the job is done for me");
            assertThat(end.at("/_meta/io.modelcontextprotocol~1related-task/taskId")
                            .asText())
                    .isEqualTo(task);
        }
    }

    @Test
    @DisplayName(
            "has a task made at the one, of a server of either era, and asks about it as a modern agent at the other")
    void a_modern_task() throws Exception {
        var running = made(modernKey, "slow_compute", "{\"seconds\":600,\"label\":\"long\"}");
        var job = made(legacyKey, "test_job", "{}");

        tollgate.kill(GATEWAY);

        assertThat(asked(modernKey, "tasks/get", running).required("status").asText())
                .isEqualTo("working");
        assertThat(asked(legacyKey, "tasks/get", running).isEmpty()).isTrue();
        asked(modernKey, "tasks/cancel", running);
        assertThat(asked(modernKey, "tasks/get", running).required("status").asText())
                .isEqualTo("cancelled");
        Eventually.passes(
                "the job is done",
                () -> assertThat(asked(legacyKey, "tasks/get", job)
                                .required("status")
                                .asText())
                        .isEqualTo("completed"));
        assertThat(asked(legacyKey, "tasks/get", job).required("result").toString())
                .contains("the job is done");
    }

    private String made(IssuedKey key, String tool, String arguments) throws Exception {
        var call = message(
                1, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "," + KNOWS_TASKS + "}");
        var result = json(post(modern(GATEWAY, key, "tools/call", tool), call).body())
                .required("result");
        assertThat(result.required("resultType").asText()).isEqualTo("task");
        return result.required("taskId").asText();
    }

    /** The result; an empty object if there is none. */
    private JsonNode asked(IssuedKey key, String method, String task) throws Exception {
        var params = "{\"taskId\":\"" + task + "\"," + KNOWS_TASKS + "}";
        return json(post(modern(OTHER, key, method, task), message(2, method, params))
                        .body())
                .withObject("/result");
    }

    private static String round(int id, String members) {
        return message(
                id,
                "tools/call",
                "{\"name\":\"test_input_required_result_request_state\",\"arguments\":{}" + members
                        + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"wanderer\",\"version\":\"1\"},"
                        + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}}");
    }
}
