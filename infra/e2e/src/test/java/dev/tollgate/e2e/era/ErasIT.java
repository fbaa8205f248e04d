package dev.tollgate.e2e.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.agent.NodeSources;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.fixture.Fixture;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@EndToEnd
@DisplayName("Through the gateway, a client of each revision")
class ErasIT {
    private static final List<String> REVISIONS = List.of("2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28");
    private static final List<String> SERVERS = List.of("legacy", "modern", Tollgate.PIPED_FIXTURE);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Tollgate tollgate;
    private Fixture legacy;
    private Fixture modern;
    private Agent agent;

    ErasIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_server_of_each_era_and_one_over_stdio() throws Exception {
        var packages = ClientFolder.in(tollgate);
        NodeSources.of("fixture", packages);
        legacy = Fixture.started(packages, Era.LEGACY);
        modern = Fixture.started(packages, Era.MODERN);
        var company = Company.founded(tollgate, "eras");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.streamable("legacy", legacy.url()));
        workshop.approveAll(workshop.streamable("modern", modern.url()));
        workshop.approveAll(workshop.command(Tollgate.PIPED_FIXTURE));
        var key = workshop.key("helper", "*");
        SERVERS.forEach(server -> workshop.agentSeeing(key, server + "__test_simple_text"));
        agent = Agent.with(tollgate.mcp(), key.secret());
    }

    @AfterAll
    void stop() throws Exception {
        legacy.close();
        modern.close();
    }

    @TestFactory
    @DisplayName("has of a server of each era, over HTTP and over stdio,")
    Stream<DynamicTest> of_each_server() {
        return REVISIONS.stream()
                .flatMap(revision -> SERVERS.stream().map(server -> {
                    var speaking = agent.speaking(revision).header("X-Tollgate-Include-Servers", server);
                    return dynamicTest(revision + " before " + server, () -> has(speaking, server));
                }));
    }

    private static void has(Agent speaking, String server) {
        assertThat(speaking.text(server + "__test_simple_text", Map.of()))
                .isEqualTo("This is a simple text response for testing.");
        assertThat(result(speaking, speaking.call(server + "__test_error_handling", Map.of()))
                        .path("isError"))
                .isEqualTo(JSON.booleanNode(true));
        assertThat(result(speaking, named(speaking, "prompts/get", server + "__test_simple_prompt"))
                        .at("/messages/0/content/text"))
                .isEqualTo(JSON.textNode("This is a simple prompt for testing."));
        var resource = JSON.objectNode().put("uri", "test://static-text");
        assertThat(result(speaking, speaking.send("resources/read", resource)).at("/contents/0/text"))
                .isEqualTo(JSON.textNode("This is the content of the static text resource."));
        assertThat(result(speaking, speaking.send("completion/complete", completion(server)))
                        .at("/completion/values/0"))
                .isEqualTo(JSON.textNode("paris"));
        var unknown = speaking.send("things/list", JSON.objectNode());
        assertThat(unknown.status()).isEqualTo(speaking.era() == Era.MODERN ? 404 : 200);
        assertThat(Rpc.message(unknown).at("/error/code")).isEqualTo(JSON.numberNode(-32601));
    }

    private static Answer named(Agent speaking, String method, String name) {
        return speaking.send(method, JSON.objectNode().put("name", name));
    }

    private static ObjectNode completion(String server) {
        var params = JSON.objectNode();
        params.putObject("ref").put("type", "ref/prompt").put("name", server + "__test_prompt_with_arguments");
        params.putObject("argument").put("name", "arg1").put("value", "par");
        return params;
    }

    /** A result in the words of the client's era: the modern one says of each what kind it is. */
    private static JsonNode result(Agent speaking, Answer answer) {
        assertThat(answer).returns(200, Answer::status);
        var result = Rpc.message(answer).path("result");
        assertThat(result.isObject()).as("a result in %s", answer).isTrue();
        if (speaking.era() == Era.MODERN) {
            assertThat(result.path("resultType")).isEqualTo(JSON.textNode("complete"));
        }
        return result;
    }
}
