package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.Inspector;
import dev.tollgate.e2e.agent.TypeScriptClient;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEnd
@DisplayName("A tenant's agent, with the clients that people use")
class AgentIT {
    private static final String ECHO = "demo__echo";
    private static final String LIST = "files__list_allowed_directories";

    private final Tollgate tollgate;
    private Company company;
    private IssuedKey key;

    AgentIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_key_that_sees_one_tool_of_each_server() {
        company = Company.founded(tollgate, "agents");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
        workshop.approveAll(workshop.filesystem("files"));
        key = workshop.key("helper", ECHO, LIST);
        workshop.agent(key, ECHO, LIST);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the MCP Inspector lists its tools and no others")
    void the_inspector_lists(Era era) throws Exception {
        var inspector = Inspector.with(tollgate, key.secret());

        var tools = inspector.tools(era);

        assertThat(tools).containsExactlyInAnyOrder(ECHO, LIST);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the MCP Inspector calls a tool over HTTP and one over stdio")
    void the_inspector_calls(Era era) throws Exception {
        var inspector = Inspector.with(tollgate, key.secret());

        var echoed = inspector.call(era, ECHO, "message=from the inspector");
        var listed = inspector.call(era, LIST, "unused=1");

        assertThat(firstText(echoed)).isEqualTo("Echo: from the inspector");
        assertThat(firstText(listed)).startsWith("Allowed directories:");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("an agent on the official TypeScript client connects, lists and calls")
    void the_typescript_client_visits(TypeScriptClient.Build build) throws Exception {
        var message = "from " + build + " with “ünïcödé” and \"quotes\"";
        var echo = new TypeScriptClient.Call(ECHO, Map.of("message", message));
        var list = new TypeScriptClient.Call(LIST, Map.of());

        var visit = TypeScriptClient.with(tollgate, key.secret()).visit(build, List.of(echo, list));

        assertThat(visit.has("failure")).as(visit.toPrettyString()).isFalse();
        assertThat(visit.required("protocolVersion").asText())
                .isEqualTo(build.era().revision());
        assertThat(visit.required("tools").valueStream().map(JsonNode::asText)).containsExactlyInAnyOrder(ECHO, LIST);
        var results = visit.required("results");
        assertThat(firstText(results.required(0).path("result"))).isEqualTo("Echo: " + message);
        assertThat(firstText(results.required(1).path("result"))).startsWith("Allowed directories:");
    }

    /** A legacy agent names itself in its handshake alone; its session id tells any replica. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("a call is recorded with the revision that the agent spoke, and its own name")
    void a_call_names_its_agent(TypeScriptClient.Build build) throws Exception {
        var own = company.workshop(company.environment(
                "of-" + build.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        own.approveAll(own.everything("demo"));
        var single = own.key("only " + build, ECHO);
        own.agent(single, ECHO);

        TypeScriptClient.with(tollgate, single.secret())
                .visit(build, List.of(new TypeScriptClient.Call(ECHO, Map.of("message", "who am I"))));

        Eventually.passes(
                "the one call of this key is listed",
                () -> assertThat(company.api()
                                .all("/api/v1/calls?key=" + single.key().id()))
                        .singleElement()
                        .satisfies(call -> {
                            assertThat(call.path("protocolVersion").asText())
                                    .isEqualTo(build.era().revision());
                            assertThat(call.path("agentName").asText()).startsWith("e2e-agent");
                            if (build != TypeScriptClient.Build.V1_BY_MCP_REMOTE) {
                                assertThat(call.path("agentName").asText()).isEqualTo("e2e-agent");
                                assertThat(call.path("agentVersion").asText()).isEqualTo("1.2.3");
                            }
                        }));
    }

    private static String firstText(JsonNode result) {
        assertThat(result.path("isError").asBoolean(false))
                .as(result.toPrettyString())
                .isFalse();
        return result.required("content").required(0).required("text").asText();
    }
}
