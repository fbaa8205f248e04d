package dev.tollgate.e2e.code;

import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.wire.WireJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends a gateway")
@DisplayName("A script of a modern agent whose person is asked in its middle")
class AskedInRoundsIT {
    private static final String OTHER = Tollgate.HOME_GATEWAYS.getLast();
    private static final String RUN = "executeToolCode";
    private static final String SCRIPT = "a = crm.find(n=1)\nb = crm.find(n=2)\nr = try_call(crm.erase, id=7)\n"
            + "c = crm.read()\nresult = [a, b, r.ok, c]";

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;
    private IssuedKey key;
    private IssuedKey stranger;
    private CountingServer server;

    AskedInRoundsIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /** Before a gateway is killed: its share in looking at servers is taken over only when Kafka has given it up. */
    @BeforeAll
    void a_tool_to_be_asked_about() throws Exception {
        var started = tollgate.starting(OTHER);
        server = new CountingServer();
        company = Company.founded(tollgate, "asked");
        workshop = company.workshop(company.environment("production"));
        var crm = workshop.approveAll(workshop.streamable("crm", server.url()));
        workshop.price(crm, "find", "0.01");
        workshop.price(crm, "erase", "0.05");
        var erase = workshop.tool(crm, "erase");
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/tools/" + erase.id())
                                .body(new ToolNaming(null, null, CallApproval.ASK_FIRST))
                                .ifMatch(erase.version()),
                        200);
        started.join();
    }

    @BeforeEach
    void nobody_has_called_yet() {
        server.forget();
        key = key(workshop, "coder");
        stranger = key(workshop, "stranger");
        for (var gateway : Tollgate.HOME_GATEWAYS) {
            var there = Agent.with(tollgate.mcp(gateway), stranger.secret());
            Eventually.passes(
                    gateway + " knows the keys", () -> assertThat(there.tools()).contains(RUN));
        }
    }

    private static IssuedKey key(Workshop workshop, String name) {
        return workshop.key(new NewKey(
                name,
                workshop.environment().id(),
                List.of(ToolGrant.of("crm__*")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ToolMode.CODE));
    }

    @AfterEach
    void both_serve_again() throws Exception {
        tollgate.restore();
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.stop(OTHER);
        server.close();
    }

    /** The result, or the whole message where there is none. */
    private JsonNode run(String gateway, IssuedKey by, JsonNode asked, String action, String state) {
        var params = JsonNodeFactory.instance.objectNode().put("name", RUN);
        params.putObject("arguments").put("code", SCRIPT);
        if (asked.has("inputRequests")) {
            ObjectNode responses = params.putObject("inputResponses");
            asked.required("inputRequests")
                    .fieldNames()
                    .forEachRemaining(name -> responses.putObject(name).put("action", action));
            params.put("requestState", state);
        }
        var agent = Agent.with(tollgate.mcp(gateway), by.secret()).thatCanBeAsked();
        var answer = Rpc.message(agent.send("tools/call", params));
        return answer.has("result") ? answer.required("result") : answer;
    }

    private JsonNode begin(String gateway) {
        var asked = run(gateway, key, JsonNodeFactory.instance.objectNode(), "", "");
        assertThat(asked.path("resultType").asText()).as(asked.toString()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/tollgate-approval-2/params/message").asText())
                .isEqualTo("Call tool erase of server crm for a script with {\"id\":7}?");
        assertThat(server.calls()).containsExactly("find{\"n\":1}", "find{\"n\":2}");
        return asked;
    }

    private static String state(JsonNode asked) {
        return asked.required("requestState").asText();
    }

    private List<Call> calls() {
        return company.api().all("/api/v1/calls?key=" + key.key().id()).stream()
                .map(call -> WireJson.decode(WireJson.encode(call), Call.class))
                .toList();
    }

    @Test
    @DisplayName("goes on at the other gateway when the one that asked is killed, and calls nothing twice")
    void killed_between_the_rounds() throws Exception {
        var asked = begin(GATEWAY);
        Eventually.passes(
                "the first round is recorded", () -> assertThat(calls()).hasSize(4));

        tollgate.kill(GATEWAY);

        var done = run(OTHER, key, asked, "accept", state(asked));
        assertThat(done.path("resultType").asText()).as(done.toString()).isEqualTo("complete");
        assertThat(done.at("/structuredContent/result").toString())
                .isEqualTo("[\"find done\",\"find done\",true,\"read done\"]");
        assertThat(done.at("/_meta/dev.tollgate~1script/cost").asText()).isEqualTo("0.07");
        assertThat(server.calls()).containsExactly("find{\"n\":1}", "find{\"n\":2}", "erase{\"id\":7}", "read{}");
        Eventually.passes("all rounds are recorded", () -> {
            var recorded = calls();
            assertThat(recorded).hasSize(7);
            var rounds = recorded.stream()
                    .filter(call -> RUN.equals(call.toolName()))
                    .toList();
            assertThat(rounds)
                    .hasSize(2)
                    .allMatch(call -> call.status() == CallStatus.OK && call.parentCallId() == null);
            var inner = recorded.stream()
                    .filter(call -> !RUN.equals(call.toolName()))
                    .toList();
            var first = Optional.ofNullable(inner.getFirst().parentCallId()).orElseThrow();
            assertThat(rounds).extracting(Call::id).contains(first);
            assertThat(inner).allMatch(call -> first.equals(call.parentCallId()));
            assertThat(inner)
                    .filteredOn(call -> call.reason() == RefusalReason.NOT_APPROVED)
                    .extracting(Call::toolName)
                    .containsExactly("erase");
            assertThat(inner)
                    .filteredOn(call -> call.status() == CallStatus.OK)
                    .extracting(Call::toolName)
                    .containsExactlyInAnyOrder("find", "find", "erase", "read");
            assertThat(recorded.stream().map(Call::cost).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.ofDollars("0.07"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel"})
    @DisplayName("goes on without the call where the person does not agree")
    void not_agreed(String action) {
        var asked = begin(OTHER);

        var done = run(GATEWAY, key, asked, action, state(asked));

        assertThat(done.at("/structuredContent/result").toString())
                .isEqualTo("[\"find done\",\"find done\",false,\"read done\"]");
        assertThat(server.calls()).containsExactly("find{\"n\":1}", "find{\"n\":2}", "read{}");
    }

    @Test
    @DisplayName("does not go on by a state that was tampered with, or with another key")
    void bad_states() {
        var asked = begin(GATEWAY);
        var state = state(asked);
        char last = state.charAt(state.length() - 2);
        var tampered =
                state.substring(0, state.length() - 2) + (last == 'A' ? 'B' : 'A') + state.charAt(state.length() - 1);

        assertThat(List.of(run(OTHER, key, asked, "accept", tampered), run(OTHER, stranger, asked, "accept", state)))
                .allSatisfy(answer -> assertThat(answer.at("/error/message").asText())
                        .as(answer.toString())
                        .contains("requestState", "begin anew"));
        assertThat(server.calls()).hasSize(2);
    }
}
