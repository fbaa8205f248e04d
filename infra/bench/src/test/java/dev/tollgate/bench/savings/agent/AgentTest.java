package dev.tollgate.bench.savings.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> called = new ArrayList<>();
    private HttpServer http;
    private McpGateway gateway;
    private Agent agent;

    @BeforeEach
    void start() throws IOException {
        SecureRandom random = new SecureRandom();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mcp", this::answer);
        http.start();
        gateway = new McpGateway(
                URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/mcp"),
                KeySecret.issue(new Slug("production"), KeySecret.newKeyId(random), random));
        agent = Agent.asked(gateway, "You help.", List.of(), "Help!");
    }

    @AfterEach
    void stop() {
        gateway.close();
        http.stop(0);
    }

    /** A search finds what it asks for, but for one tool that none finds; one tool fails. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String tool = request.at("/params/name").asText();
            called.add(tool);
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ObjectNode result = answer.putObject("result");
            String text = tool.equals("searchTools") && request.toString().contains("orders")
                    ? "shop__list_orders {}"
                    : "{\"found\": 1}";
            result.putArray("content").addObject().put("type", "text").put("text", text);
            result.put("isError", tool.equals("shop__fail"));
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    @DisplayName("of many calls no more than ten are made in one turn, and each turn is a request")
    void makesTenCallsATurn() throws IOException, InterruptedException {
        // given
        List<Use> uses = IntStream.range(0, 21)
                .mapToObj(i -> Use.of("shop", "get_order", "order_id", "o" + i))
                .toList();

        // when
        List<JsonNode> answers = new DirectHands(agent).use("I get them.", uses);

        // then
        assertThat(answers).hasSize(21);
        assertThat(called).hasSize(21).containsOnly("shop__get_order");
        assertThat(agent.answers(Json.of("orders", 21)).requests()).isEqualTo(3 + 1);
    }

    @Test
    @DisplayName("a call that fails ends the plan")
    void failsWithACall() {
        assertThatThrownBy(() -> new DirectHands(agent).use("I try.", "shop", "fail"))
                .isInstanceOf(PlanFailed.class)
                .hasMessageContaining("a call failed");
    }

    @Test
    @DisplayName("a tool that no search showed is searched once more, and then called or not at all")
    void callsWhatIsFound() throws IOException, InterruptedException {
        // given
        SearchHands hands = new SearchHands(agent);
        hands.search(List.of("things that were bought"));

        // when
        hands.use("I list them.", "shop", "list_orders");

        // then
        assertThat(called).containsExactly("searchTools", "searchTools", "executeTool");
        assertThatThrownBy(() -> hands.use("I list others.", "shop", "list_refunds"))
                .isInstanceOf(PlanFailed.class)
                .hasMessageContaining("no search found shop__list_refunds");
    }

    @Test
    @DisplayName("what is written as a mistake must be one")
    void wantsMistakes() {
        assertThatThrownBy(() -> new Coder(agent, true).run("I count.", "result = 1"))
                .isInstanceOf(PlanFailed.class)
                .hasMessageContaining("was done all the same");
    }
}
