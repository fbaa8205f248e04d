package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of the modern era are asked before calls by results, in the middle of scripts too. */
class AskedByResultTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASKABLE = "{\"elicitation\":{}}";
    private static final String SCRIPT = "a = crm.find(n=1)[\"tool\"]\nb = crm.find(n=2)[\"tool\"]\n"
            + "r = try_call(crm.erase, id=7)\nc = crm.read()[\"tool\"]\n[a, b, r.ok, r.error, c]";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig crm = tenant.server("crm", URL);
    private IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer first;
    private @Nullable EdgeServer second;

    @BeforeEach
    void start() throws Exception {
        first = new EdgeServer(EdgeServer.REGION_SEAL, "http://127.0.0.1:1", 0);
        second = new EdgeServer(EdgeServer.REGION_SEAL, "http://127.0.0.1:2", 0);
        tenant.tool(crm, "find");
        tenant.tool(crm, "read");
        ToolConfig erase = tenant.tool(crm, "erase");
        tenant.put(new ToolConfig(
                erase.tenant(),
                erase.id(),
                erase.server(),
                erase.name(),
                null,
                null,
                erase.definition(),
                erase.definitionHash(),
                null,
                CallApproval.ASK_FIRST));
        tenant.price(crm, "find", "0.01", false);
        tenant.price(crm, "erase", "0.05", false);
        show(ToolMode.CODE);
        for (EdgeServer each : List.of(one(), two())) {
            each.upstream = (call, listener) -> listener.reply(new UpstreamReply.Result(
                    EdgeServer.json("{\"structuredContent\":{\"tool\":\"" + call.name() + "\"},\"content\":[]}"),
                    false,
                    null));
        }
    }

    @AfterEach
    void stop() throws Exception {
        one().close();
        two().close();
    }

    private EdgeServer one() {
        return Objects.requireNonNull(first);
    }

    private EdgeServer two() {
        return Objects.requireNonNull(second);
    }

    private void show(ToolMode mode) {
        key = tenant.shown(key, mode);
        one().snapshots.publish(tenant);
        two().snapshots.publish(tenant);
    }

    private static String code(String script) throws Exception {
        return "{\"code\":" + JSON.writeValueAsString(script) + "}";
    }

    /**
     * @param more members of params, each behind a comma
     */
    private static HttpRequest.Builder request(
            EdgeServer edge, IssuedKey by, String tool, String arguments, String abilities, String more) {
        return edge.post(
                        by.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                                + "\",\"arguments\":" + arguments + more
                                + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                                + "\"io.modelcontextprotocol/clientCapabilities\":" + abilities
                                + "}}}")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool);
    }

    private static JsonNode send(
            EdgeServer edge, IssuedKey by, String tool, String arguments, String abilities, String more)
            throws Exception {
        HttpResponse<String> answer = edge.send(request(edge, by, tool, arguments, abilities, more));
        JsonNode message = JSON.readTree(answer.body());
        return message.has("result") ? message.path("result") : message;
    }

    private JsonNode call(EdgeServer edge, String tool, String arguments, String more) throws Exception {
        return send(edge, key, tool, arguments, ASKABLE, more);
    }

    /** What brings these answers to the questions of a result. */
    private static String answering(JsonNode asked, String action) {
        List<String> answers = new ArrayList<>();
        asked.path("inputRequests")
                .fieldNames()
                .forEachRemaining(name -> answers.add("\"" + name + "\":{\"action\":\"" + action + "\"}"));
        return ",\"inputResponses\":{" + String.join(",", answers) + "},\"requestState\":" + asked.path("requestState");
    }

    private static List<EventDraft> events(EdgeServer edge, int count) throws InterruptedException {
        List<EventDraft> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(edge.nextEvent());
        }
        assertThat(edge.events).isEmpty();
        return events;
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asText();
    }

    private static void assertAsks(JsonNode result, String question, String words) {
        assertThat(result.path("resultType").asText()).as(result.toString()).isEqualTo("input_required");
        assertThat(result.path("requestState").asText()).isNotEmpty();
        JsonNode request = result.path("inputRequests").path(question);
        assertThat(request.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(request.at("/params/message").asText()).isEqualTo(words);
    }

    @Test
    void aCallIsMadeWhenTheSameRequestComesAgainWithConsentToWhicheverGateway() throws Exception {
        JsonNode asked = call(one(), "crm__erase", "{\"id\":7,\"n\":1.0}", "");
        assertAsks(asked, "tollgate-approval", "Call tool erase of server crm with {\"id\":7,\"n\":1.0}?");
        assertThat(one().calls).isEmpty();

        JsonNode done = call(two(), "crm__erase", "{\"n\":1.0, \"id\":7}", answering(asked, "accept"));

        assertThat(done.at("/structuredContent/tool").asText()).isEqualTo("erase");
        assertThat(done.path("resultType").asText()).isEqualTo("complete");
        assertThat(two().calls).hasSize(1);
        assertThat(JSON.readTree(two().calls.getFirst().params().toString()))
                .isEqualTo(JSON.readTree("{\"name\":\"erase\",\"arguments\":{\"n\":1.0,\"id\":7}}"));
        assertThat(events(one(), 1).getFirst())
                .returns(CallStatus.REFUSED, EventDraft::status)
                .returns(RefusalReason.NOT_APPROVED, EventDraft::reason)
                .returns("erase", EventDraft::toolName);
        assertThat(events(two(), 1).getFirst()).returns(CallStatus.OK, EventDraft::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel", "\\u0061ccept!"})
    void whoDoesNotAgreeRefuses(String action) throws Exception {
        JsonNode asked = call(one(), "crm__erase", "{}", "");

        JsonNode refused = call(one(), "crm__erase", "{}", answering(asked, action));

        assertThat(refused.path("isError").asBoolean()).isTrue();
        assertThat(text(refused)).isEqualTo("Tool erase was not called: somebody was asked before, and did not agree.");
        assertThat(one().calls).isEmpty();
        assertThat(events(one(), 2)).allMatch(event -> event.reason() == RefusalReason.NOT_APPROVED);
    }

    @Test
    void consentIsToOneCallOfOneCallerAndAnyOtherIsAskedAbout() throws Exception {
        JsonNode asked = call(one(), "crm__erase", "{\"id\":7}", "");
        String consent = answering(asked, "accept");
        IssuedKey other = tenant.key("crm__*");
        one().snapshots.publish(tenant);

        JsonNode changed = call(one(), "crm__erase", "{\"id\":8}", consent);
        JsonNode tampered = call(one(), "crm__erase", "{\"id\":7}", tampered(consent, 30));
        JsonNode without = call(one(), "crm__erase", "{\"id\":7}", consent.replaceAll(",\"requestState.*", ""));
        JsonNode others = send(one(), other, "crm__erase", "{\"id\":7}", ASKABLE, consent);

        assertAsks(changed, "tollgate-approval", "Call tool erase of server crm with {\"id\":8}?");
        assertThat(List.of(tampered, without, others))
                .allSatisfy(again ->
                        assertAsks(again, "tollgate-approval", "Call tool erase of server crm with {\"id\":7}?"));
        assertThat(one().calls).isEmpty();
    }

    @Test
    void whoSaysNothingOfElicitationIsRefused() throws Exception {
        JsonNode direct = send(one(), key, "crm__erase", "{}", "{}", "");
        JsonNode scripted =
                send(one(), key, "executeToolCode", code("crm.erase()"), "{\"elicitation\":{\"url\":{}}}", "");

        assertThat(List.of(text(direct), text(scripted)))
                .allMatch(words -> words.contains("somebody is to be asked before, and this client cannot be asked"));
        assertThat(one().calls).isEmpty();
    }

    @Test
    void executeToolAsksAsTheToolThatItCalls() throws Exception {
        show(ToolMode.SEARCH);
        String arguments = "{\"name\":\"crm__erase\",\"arguments\":{\"id\":7}}";
        JsonNode asked = call(one(), "executeTool", arguments, "");

        JsonNode done = call(two(), "executeTool", arguments, answering(asked, "accept"));

        assertAsks(asked, "tollgate-approval", "Call tool erase of server crm with {\"id\":7}?");
        assertThat(done.at("/structuredContent/tool").asText()).isEqualTo("erase");
        assertThat(two().calls.getFirst().params()).hasToString("{\"name\":\"erase\",\"arguments\":{\"id\":7}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"requestState\":\"S\"", ""})
    void aServerThatAsksForMoreIsAnsweredAndNobodyAskedTwice(String state) throws Exception {
        two().upstream = (call, listener) -> listener.reply(
                call.params().toString().contains("inputResponses")
                        ? new UpstreamReply.Result(EdgeServer.json("{\"content\":[]}"), false, null)
                        : new UpstreamReply.Result(
                                EdgeServer.json(
                                        "{\"resultType\":\"input_required\",\"inputRequests\":{\"who\":{\"method\":"
                                                + "\"elicitation/create\",\"params\":{\"message\":\"Who?\"}}}" + state
                                                + "}"),
                                false,
                                "input_required"));
        JsonNode asked = call(one(), "crm__erase", "{\"id\":7}", "");
        JsonNode server = call(two(), "crm__erase", "{\"id\":7}", answering(asked, "accept"));

        JsonNode done = call(two(), "crm__erase", "{\"id\":7}", answering(server, "accept"));

        assertAsks(server, "who", "Who?");
        assertThat(done.path("resultType").asText()).as(done.toString()).isEqualTo("complete");
        assertThat(two().calls).hasSize(2);
        String last = two().calls.getLast().params().toString();
        assertThat(last).contains("\"who\":{\"action\":\"accept\"}");
        assertThat(last.contains("\"requestState\":\"S\"")).isEqualTo(!state.isEmpty());
        assertThat(last.contains("requestState")).isEqualTo(!state.isEmpty());
    }

    @Test
    void aScriptGoesOnAtAnotherGatewayAndCallsNothingTwice() throws Exception {
        JsonNode asked = call(one(), "executeToolCode", code(SCRIPT), "");
        assertAsks(asked, "tollgate-approval-2", "Call tool erase of server crm for a script with {\"id\":7}?");
        List<EventDraft> before = events(one(), 4);

        JsonNode done = call(two(), "executeToolCode", code(SCRIPT), answering(asked, "accept"));

        assertThat(done.path("resultType").asText()).isEqualTo("complete");
        assertThat(text(done)).isEqualTo("[\"find\",\"find\",true,null,\"read\"]");
        assertThat(done.at("/_meta/dev.tollgate~1script").toString()).isEqualTo("{\"toolCalls\":4,\"cost\":\"0.07\"}");
        assertThat(one().calls).extracting(call -> call.name()).containsExactly("find", "find");
        assertThat(two().calls).extracting(call -> call.name()).containsExactly("erase", "read");
        List<EventDraft> after = events(two(), 3);
        EventDraft round = before.get(3);
        assertThat(round)
                .returns("executeToolCode", EventDraft::toolName)
                .returns(CallStatus.OK, EventDraft::status)
                .returns(null, EventDraft::parentCall);
        assertThat(before.subList(0, 3)).allMatch(event -> round.callId().equals(event.parentCall()));
        assertThat(before.get(2).reason()).isEqualTo(RefusalReason.NOT_APPROVED);
        assertThat(after.subList(0, 2))
                .allMatch(event -> round.callId().equals(event.parentCall()) && event.status() == CallStatus.OK);
        assertThat(after.get(2)).returns(null, EventDraft::parentCall).returns(CallStatus.OK, EventDraft::status);
        assertThat(Stream.concat(before.stream(), after.stream())
                        .mapToLong(event -> event.cost().nanos())
                        .sum())
                .isEqualTo(70_000_000);
    }

    @Test
    void aScriptIsToldThatSomebodyDidNotAgree() throws Exception {
        JsonNode asked = call(one(), "executeToolCode", code(SCRIPT), "");

        JsonNode done = call(one(), "executeToolCode", code(SCRIPT), answering(asked, "decline"));

        assertThat(text(done))
                .isEqualTo("[\"find\",\"find\",false,\"crm.erase: Tool erase was not called: somebody was asked before,"
                        + " and did not agree.\",\"read\"]");
        assertThat(one().calls).extracting(call -> call.name()).containsExactly("find", "find", "read");
    }

    /** With another character at a place of its state than there is. */
    private static String tampered(String consent, int at) {
        String before = "\"requestState\":\"";
        int place = consent.indexOf(before) + before.length() + at;
        char other = consent.charAt(place) == 'A' ? 'B' : 'A';
        return consent.substring(0, place) + other + consent.substring(place + 1);
    }

    @Test
    void aScriptsStateIsOfItsCallerItsTextAndAsItWasSealed() throws Exception {
        JsonNode asked = call(one(), "executeToolCode", code(SCRIPT), "");
        String consent = answering(asked, "accept");
        IssuedKey other = tenant.shown(tenant.key("crm__*"), ToolMode.CODE);
        one().snapshots.publish(tenant);
        events(one(), 4);

        List<JsonNode> refused = List.of(
                call(one(), "executeToolCode", code(SCRIPT + " "), consent),
                call(one(), "executeToolCode", code(SCRIPT), tampered(consent, 90)),
                send(one(), other, "executeToolCode", code(SCRIPT), ASKABLE, consent));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(-32602);
            assertThat(answer.at("/error/message").asText()).contains("requestState", "begin anew");
        });
        assertThat(events(one(), 3)).allMatch(event -> event.reason() == RefusalReason.INVALID_REQUEST);
        assertThat(one().calls).hasSize(2);
    }

    @Test
    void whatIsNotAnsweredIsAskedAgainAndAnAnswerToWhatWasNotAskedIsNone() throws Exception {
        String script = "crm.find()\nparallel([lambda: crm.erase(id=1), lambda: crm.erase(id=2)])\ncrm.erase(id=3)\n1";
        JsonNode asked = call(one(), "executeToolCode", code(script), "");
        String half = answering(asked, "accept").replace("\"tollgate-approval-2\"", "\"tollgate-approval-9\"");

        JsonNode again = call(one(), "executeToolCode", code(script), half);
        String early = answering(again, "accept")
                .replace(
                        "\"inputResponses\":{", "\"inputResponses\":{\"tollgate-approval-3\":{\"action\":\"accept\"},");
        JsonNode last = call(one(), "executeToolCode", code(script), early);
        JsonNode done = call(one(), "executeToolCode", code(script), answering(last, "accept"));

        assertThat(asked.path("inputRequests").size()).isEqualTo(2);
        assertAsks(again, "tollgate-approval-2", "Call tool erase of server crm for a script with {\"id\":2}?");
        assertThat(again.path("inputRequests").size()).isEqualTo(1);
        assertAsks(last, "tollgate-approval-3", "Call tool erase of server crm for a script with {\"id\":3}?");
        assertThat(text(done)).isEqualTo("1");
        assertThat(one().calls).extracting(call -> call.name()).containsExactly("find", "erase", "erase", "erase");
    }

    @Test
    void progressGoesOnFromRoundToRound() throws Exception {
        JsonNode asked = call(one(), "executeToolCode", code(SCRIPT), "");

        HttpResponse<Stream<String>> stream = two().stream(request(
                two(),
                key,
                "executeToolCode",
                code(SCRIPT),
                ASKABLE + ",\"progressToken\":\"p\"",
                answering(asked, "accept")));

        assertThat(stream.body()
                        .filter(line -> line.contains("notifications/progress"))
                        .map(line -> line.replaceAll(".*\"progress\":(\\d+).*", "$1")))
                .containsExactly("3", "4");
    }
}
