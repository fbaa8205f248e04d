package dev.tollgate.e2e.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.wire.WireJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A tool that says that it only reads, and that its organization lists as destructive")
class DestructiveToolsIT {
    private static final String RUN = "executeToolCode";
    private static final String READ = "crm__read";
    private static final String REFUSED = "somebody is to be asked before";

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;
    private CountingServer server;
    private Server crm;
    private IssuedKey direct;
    private IssuedKey coder;

    DestructiveToolsIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeEach
    void a_reader_that_is_listed() throws Exception {
        server = new CountingServer();
        company = Company.founded(tollgate, "wary");
        workshop = company.workshop(company.environment("production"));
        crm = workshop.approveAll(workshop.streamable("crm", server.url()));
        direct = key("direct", ToolMode.DIRECT);
        coder = key("coder", ToolMode.CODE);
        settings(List.of());
        var agent = workshop.agent(direct, READ);
        workshop.agentSeeing(coder, RUN);
        Eventually.passes(
                "its hint counts as long as nothing else is said",
                () -> assertThat(agent.text(READ, Map.of())).isEqualTo("read done"));
        settings(List.of("crm__re*"));
        Eventually.passes(
                "the list has reached the gateway",
                () -> assertThat(words(agent.call(READ, Map.of()))).contains(REFUSED));
        server.calls().clear();
    }

    @AfterEach
    void ended() {
        server.close();
    }

    private IssuedKey key(String name, ToolMode mode) {
        return workshop.key(new NewKey(
                name,
                workshop.environment().id(),
                List.of(ToolGrant.of(READ)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                mode));
    }

    private void settings(List<String> destructive) {
        var version = company.api().read("/api/v1/settings", Settings.class).version();
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/settings")
                                .body(new NewSettings(
                                        ApprovalRule.NEVER,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        true,
                                        null,
                                        destructive))
                                .ifMatch(version),
                        200);
    }

    private static String words(Answer answer) {
        return Rpc.message(answer).at("/result/content/0/text").asText();
    }

    private static ObjectNode call(String tool) {
        var params = JsonNodeFactory.instance.objectNode().put("name", tool);
        params.putObject("arguments");
        return params;
    }

    @Test
    @DisplayName("is refused to agents that cannot ask, by a script too, and that is recorded")
    void who_cannot_be_asked() {
        var scripted = Agent.with(tollgate.mcp(), coder.secret()).call(RUN, Map.of("code", "crm.read()"));

        assertThat(words(scripted)).contains("crm.read: ", REFUSED);
        assertThat(server.calls()).isEmpty();
        Eventually.passes(
                "the refusals are recorded",
                () -> assertThat(List.of(direct, coder))
                        .allSatisfy(key -> assertThat(calls(key))
                                .anyMatch(call -> "read".equals(call.toolName())
                                        && call.reason() == RefusalReason.NOT_APPROVED)));
    }

    private List<Call> calls(IssuedKey key) {
        return company.api().all("/api/v1/calls?key=" + key.key().id()).stream()
                .map(call -> WireJson.decode(WireJson.encode(call), Call.class))
                .toList();
    }

    @Test
    @DisplayName("is called once the person at the agent has agreed")
    void who_can_be_asked() {
        var agent = Agent.with(tollgate.mcp(), direct.secret()).thatCanBeAsked();

        JsonNode asked = Rpc.message(agent.send("tools/call", call(READ))).required("result");
        assertThat(asked.at("/inputRequests/tollgate-approval/params/message").asText())
                .as(asked.toString())
                .isEqualTo("Call tool read of server crm with {}?");
        assertThat(server.calls()).isEmpty();
        var again =
                call(READ).put("requestState", asked.required("requestState").asText());
        again.putObject("inputResponses").putObject("tollgate-approval").put("action", "accept");
        var answer = agent.send("tools/call", again);

        assertThat(Rpc.text(answer)).isEqualTo("read done");
        assertThat(server.calls()).containsExactly("read{}");
    }

    @Test
    @DisplayName("is called without a question where that is said of the tool itself")
    void what_is_said_of_the_tool() {
        var read = workshop.tool(crm, "read");

        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/tools/" + read.id())
                                .body(new ToolNaming(null, null, CallApproval.NEVER))
                                .ifMatch(read.version()),
                        200);

        var agent = Agent.with(tollgate.mcp(), direct.secret());
        Eventually.passes(
                "the gateway knows",
                () -> assertThat(agent.text(READ, Map.of())).isEqualTo("read done"));
    }
}
