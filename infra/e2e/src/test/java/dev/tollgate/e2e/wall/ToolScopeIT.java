package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ToolGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EndToEnd
@DisplayName("A tool outside a key's scope")
class ToolScopeIT {
    private static final String ECHO = "open__echo";
    private static final String SUM = "open__get-sum";
    private static final Map<String, String> HELLO = Map.of("message", "hello");

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;
    private Agent agent;

    ToolScopeIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /** Each server holds one tool out of reach for another reason. */
    @BeforeAll
    void tools_out_of_reach_for_every_reason() {
        company = Company.founded(tollgate, "scope");
        workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("open"));
        workshop.approveAll(workshop.everything("bounded", List.of("get-sum")));
        workshop.approve(workshop.tool(workshop.everything("waiting"), "get-sum"));
        var elsewhere = company.workshop(company.environment("staging"));
        elsewhere.approveAll(elsewhere.everything("staged"));
        retire(workshop.approveAll(workshop.everything("retired")), "echo");
        disable(workshop.approveAll(workshop.everything("disabled")));

        var grants = new String[] {
            ECHO, SUM, "bounded__*", "waiting__*", "staged__*", "retired__*", "disabled__*", "not-there__*"
        };
        var key = workshop.key("wide but bounded", grants);
        agent = Agent.with(tollgate.mcp(), key.secret());
        Eventually.passes(
                "the gateway shows what is in reach and nothing else",
                () -> assertThat(agent.tools())
                        .contains(ECHO, SUM, "bounded__get-sum", "waiting__get-sum", "retired__get-sum")
                        .noneMatch(name -> name.startsWith("staged__") || name.startsWith("disabled__")));
    }

    @ParameterizedTest(name = "{1} in the {0} era")
    @CsvSource({
        "MODERN, not granted, open__get-env, open__get-xyz",
        "LEGACY, not granted, open__get-env, open__get-xyz",
        "MODERN, beyond the server's baseline, bounded__echo, bounded__ohce",
        "LEGACY, beyond the server's baseline, bounded__echo, bounded__ohce",
        "MODERN, waiting for approval, waiting__echo, waiting__ohce",
        "LEGACY, waiting for approval, waiting__echo, waiting__ohce",
        "MODERN, of another environment, staged__echo, staged__ohce",
        "LEGACY, of another environment, staged__echo, staged__ohce",
        "MODERN, retired, retired__echo, retired__ohce",
        "LEGACY, retired, retired__echo, retired__ohce",
        "MODERN, of a disabled server, disabled__echo, disabled__ohce",
        "LEGACY, of a disabled server, disabled__echo, disabled__ohce",
    })
    @DisplayName("is not listed, and answers a call as a tool that doesn't exist does, to the byte")
    void is_unknown(Era era, String why, String real, String imagined) {
        var speaking = agent.speaking(era);

        assertThat(speaking.tools()).as(why).doesNotContain(real);
        var outOfScope = speaking.call(real, HELLO);
        var absent = speaking.call(imagined, HELLO);

        isUnknownTool(outOfScope, real);
        assertThat(Shape.ofCall(outOfScope, real)).as(why).isEqualTo(Shape.ofCall(absent, imagined));
    }

    @Test
    @DisplayName("attempted, stands as an event that does not tell which of the two it was")
    void the_attempt_stands() {
        var real = Rpc.callId(agent.call("open__get-env", HELLO));
        var imagined = Rpc.callId(agent.call("open__get-xyz", HELLO));

        for (var id : List.of(real, imagined)) {
            Eventually.passes("the attempt " + id + " stands as an event", () -> {
                var call = company.api().read("/api/v1/calls/" + id, JsonNode.class);
                assertThat(call.path("reason").asText()).isEqualTo("UNKNOWN_TOOL");
                assertThat(call.has("serverId")).isFalse();
                assertThat(call.path("toolName").asText()).startsWith("open__get-");
            });
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "X-Tollgate-Include-Tools, open__get-env",
        "X-Tollgate-Include-Tools, *",
        "X-Tollgate-Include-Servers, *",
        "X-Tollgate-Include-Servers, staged",
        "X-Tollgate-Exclude-Tools, nothing",
    })
    @DisplayName("is not reached by any request header")
    void headers_never_widen(String header, String value) {
        var before = agent.tools();
        var asking = agent.header(header, value);

        assertThat(before).containsAll(asking.tools());
        isUnknownTool(asking.call("open__get-env", HELLO), "open__get-env");
        isUnknownTool(asking.call("staged__echo", HELLO), "staged__echo");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "X-Tollgate-Include-Tools, open__get-*",
        "X-Tollgate-Include-Servers, bounded",
        "X-Tollgate-Exclude-Tools, *__echo",
    })
    @DisplayName("may be one that the request itself leaves out: then it is unknown like any other")
    void headers_narrow(String header, String value) {
        var narrowed = agent.header(header, value);

        assertThat(agent.text(ECHO, HELLO)).isEqualTo("Echo: hello");
        assertThat(narrowed.tools()).isNotEmpty().doesNotContain(ECHO);
        var leftOut = narrowed.call(ECHO, HELLO);
        isUnknownTool(leftOut, ECHO);
        assertThat(Shape.ofCall(leftOut, ECHO))
                .isEqualTo(Shape.ofCall(narrowed.call("open__ohce", HELLO), "open__ohce"));
    }

    @Test
    @DisplayName("comes into reach with a group and leaves with it")
    void groups_grant() {
        var group = company.api()
                .create(
                        "/api/v1/groups",
                        NewToolGroup.simple("adders", null, List.of("open__get-s*")),
                        ToolGroup.class);
        var key = workshop.key(NewKey.simple("by group", workshop.environment().id(), null, List.of(group.id()), null));
        var member = workshop.agentSeeing(key, SUM);

        assertThat(member.sum(SUM, 2, 3)).contains("5");
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/groups/" + group.id())
                                .body(NewToolGroup.simple("adders", null, List.of("open__echo")))
                                .ifMatch(group.version()),
                        200);

        Eventually.passes(
                "the group shows echo alone", () -> assertThat(member.tools()).containsExactly(ECHO));
        isUnknownTool(member.call(SUM, HELLO), SUM);
    }

    @Test
    @DisplayName("is any tool, for a key without grants")
    void no_grants_no_tools() {
        var key = workshop.key("empty handed");
        var nobody = workshop.agent(key);

        isUnknownTool(nobody.call(ECHO, HELLO), ECHO);
    }

    private static void isUnknownTool(Answer answer, String name) {
        assertThat(answer).returns(200, Answer::status);
        var error = Rpc.message(answer).path("error");
        assertThat(error.path("code").asInt()).as(answer.toString()).isEqualTo(-32602);
        assertThat(error.path("message").asText())
                .as(answer.toString())
                .containsIgnoringCase("unknown tool")
                .contains(name);
    }

    private void retire(Server server, String toolName) {
        var tool = workshop.tool(server, toolName);
        company.api()
                .expect(
                        Request.of("POST", "/api/v1/tools/" + tool.id() + "/retire")
                                .ifMatch(tool.version()),
                        200);
    }

    private void disable(Server server) {
        var now = workshop.read(server.id());
        var disabled =
                new NewServer(now.name(), now.environmentId(), null, now.transport(), null, null, null, false, null);
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/servers/" + now.id())
                                .body(disabled)
                                .ifMatch(now.version()),
                        200);
    }
}
