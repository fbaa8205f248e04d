package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.quota.QuotaUnit;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that are not listed: scripts that call them, and the search that finds them. */
class CodeModeTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long CENT = 10_000_000;

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig crm = tenant.server("crm", URL);
    private final ServerConfig erp = tenant.server("erp", URL);
    private IssuedKey key = tenant.key("crm__*", "erp__pay");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(crm, "find");
        tenant.tool(crm, "read");
        tenant.tool(erp, "pay");
        tenant.tool(erp, "drop");
        tenant.price(crm, "find", "0.01", false);
        tenant.price(erp, "pay", "0.05", false);
        show(ToolMode.CODE);
        edge().upstream = (call, listener) -> listener.reply(new UpstreamReply.Result(
                EdgeServer.json("{\"structuredContent\":{\"tool\":\"" + call.name() + "\"},\"content\":[]}"),
                false,
                null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private void show(ToolMode mode) {
        key = tenant.shown(key, mode);
        edge().snapshots.publish(tenant);
    }

    private static String request(String tool, String arguments, String more) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + more + "}}";
    }

    private static String code(String script) throws Exception {
        return "{\"code\":" + JSON.writeValueAsString(script) + "}";
    }

    private HttpRequest.Builder script(String script) throws Exception {
        return edge().post(key.text(), request("executeToolCode", code(script), ""));
    }

    private JsonNode result(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("result");
    }

    private JsonNode run(String script) throws Exception {
        return result(edge().send(script(script)));
    }

    private JsonNode call(String tool, String arguments) throws Exception {
        return result(edge().send(edge().post(key.text(), request(tool, arguments, ""))));
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asText();
    }

    private List<String> listed(IssuedKey by) throws Exception {
        JsonNode tools = result(
                        edge().send(edge().post(by.text(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")))
                .path("tools");
        return StreamSupport.stream(tools.spliterator(), false)
                .map(tool -> tool.path("name").asText())
                .toList();
    }

    private List<EventDraft> events(int count) throws InterruptedException {
        List<EventDraft> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(edge().nextEvent());
        }
        assertThat(edge().events).isEmpty();
        return events;
    }

    @Test
    void toolsAreListedAsTheyAreShown() throws Exception {
        assertThat(listed(key)).containsExactly("executeToolCode", "getToolDocs", "listToolFiles", "readToolFile");
        show(ToolMode.SEARCH);
        assertThat(listed(key)).containsExactly("executeTool", "getToolDetails", "searchTools");
        show(ToolMode.DIRECT);
        assertThat(listed(key)).containsExactly("crm__find", "crm__read", "erp__pay");
    }

    @Test
    void filesAndDocsAreReadAndAreEventsThatCostNothing() throws Exception {
        assertThat(text(call("listToolFiles", "{}"))).isEqualTo("servers/crm.pyi\nservers/erp.pyi");
        assertThat(text(call("readToolFile", "{\"fileName\":\"servers/erp.pyi\",\"startLine\":2}")))
                .isEqualTo("def pay(**more) -> any:  # $0.05 a call");
        assertThat(text(call("getToolDocs", "{\"server\":\"crm\",\"tool\":\"find\"}")))
                .startsWith("crm.find(");
        JsonNode wrong = call("readToolFile", "{}");

        assertThat(wrong.path("isError").asBoolean()).isTrue();
        assertThat(text(wrong)).isEqualTo("readToolFile needs fileName, a string.");
        List<EventDraft> events = events(4);
        assertThat(events)
                .extracting(EventDraft::toolName)
                .containsExactly("listToolFiles", "readToolFile", "getToolDocs", "readToolFile");
        assertThat(events)
                .extracting(EventDraft::status)
                .containsExactly(CallStatus.OK, CallStatus.OK, CallStatus.OK, CallStatus.TOOL_ERROR);
        assertThat(events).allMatch(event -> event.cost().nanos() == 0 && event.server() == null);
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void aScriptsCallsAreEventsUnderItsOwnAndItsPriceIsTheirSum() throws Exception {
        HttpResponse<String> answer = edge().send(script(
                "names = [crm.find(n=i)[\"tool\"] for i in range(2)]\nprint(names)\nnames + [erp.pay()[\"tool\"]]"));

        JsonNode result = result(answer);
        assertThat(text(result)).isEqualTo("[\"find\", \"find\"]\n");
        assertThat(result.at("/content/1/text").asText()).isEqualTo("[\"find\",\"find\",\"pay\"]");
        assertThat(result.at("/structuredContent/result/2").asText()).isEqualTo("pay");
        assertThat(result.at("/_meta/dev.tollgate~1script").toString())
                .isEqualTo("{\"toolCalls\":3,\"cost\":\"0.07\"}");
        assertThat(edge().calls.get(1).params()).hasToString("{\"name\":\"find\",\"arguments\":{\"n\":1}}");
        List<EventDraft> events = events(4);
        EventDraft own = events.get(3);
        assertThat(own.toolName()).isEqualTo("executeToolCode");
        assertThat(own.parentCall()).isNull();
        assertThat(own.cost().nanos()).isZero();
        assertThat(answer.headers().firstValue("Tollgate-Call-Id"))
                .hasValue(own.callId().toString());
        assertThat(events.subList(0, 3)).allSatisfy(event -> {
            assertThat(event.parentCall()).isEqualTo(own.callId());
            assertThat(event.method()).isEqualTo("tools/call");
            assertThat(event.status()).isEqualTo(CallStatus.OK);
        });
        assertThat(events).extracting(event -> event.cost().nanos()).containsExactly(CENT, CENT, 5 * CENT, 0L);
    }

    @Test
    void aToolOutOfScopeDoesNotExist() throws Exception {
        assertThat(text(run("erp.drop()"))).contains("drop");
        assertThat(text(run("dir(erp)"))).isEqualTo("[\"pay\"]");
        assertThat(text(run("getattr(erp, 'drop', None) == None"))).isEqualTo("true");
        assertThat(text(call("getToolDocs", "{\"server\":\"erp\",\"tool\":\"drop\"}")))
                .isEqualTo("There is no tool erp.drop: see listToolFiles.");
        assertThat(text(call("readToolFile", "{\"fileName\":\"servers/erp.pyi\"}")))
                .doesNotContain("drop");
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void whatARequestLeavesOutDoesNotExistForItsScripts() throws Exception {
        HttpResponse<String> answer = edge().send(script("erp.pay()").header("X-Tollgate-Include-Servers", "crm"));

        assertThat(text(result(answer))).contains("name 'erp' is not defined");
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void aBudgetRefusesACallAsAValue() throws Exception {
        edge().ledger.know(tenant.limit(QuotaUnit.NANO_DOLLARS, 3 * CENT - 1));
        edge().snapshots.publish(tenant);

        JsonNode result = run("[try_call(crm.find).ok for i in range(3)] + [try_call(crm.find).error]");

        assertThat(result.at("/structuredContent/result/1").asBoolean())
                .as(result.toString())
                .isTrue();
        assertThat(result.at("/structuredContent/result/2").asBoolean()).isFalse();
        assertThat(result.at("/structuredContent/result/3").asText()).contains("it may cost $0.01", "left");
        List<EventDraft> events = events(5);
        assertThat(events)
                .extracting(EventDraft::reason)
                .containsExactly(null, null, RefusalReason.BUDGET_EXHAUSTED, RefusalReason.BUDGET_EXHAUSTED, null);
        assertThat(events.get(2).parentCall()).isEqualTo(events.get(4).callId());
    }

    @Test
    void aConditionRefusesACall() throws Exception {
        key = tenant.shown(
                tenant.key(List.of(new Grant(new ToolPattern("crm__find"), new Condition("args.n < 2")))),
                ToolMode.CODE);
        edge().snapshots.publish(tenant);

        JsonNode result = run("[try_call(crm.find, n=i).ok for i in range(3)]");

        assertThat(text(result)).isEqualTo("[true,true,false]");
        assertThat(events(4).get(2).status()).isEqualTo(CallStatus.REFUSED);
    }

    @Test
    void aKeyThatIsRevokedMeanwhileCallsNothingMore() throws Exception {
        edge().upstream = (_, listener) -> {
            tenant.revoke(key);
            edge().snapshots.publish(tenant);
            listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"content\":[]}"), false, null));
        };

        JsonNode result = run("crm.find()\ncrm.find()");

        assertThat(text(result)).contains("crm.find: was not called: the key is no longer good");
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void whoGoesAwayCallsOffTheScriptAndItsCalls() throws Exception {
        edge().upstream = (_, _) -> {};
        CompletableFuture<HttpResponse<String>> waiting = edge().begin(script("crm.find()\ncrm.read()"));
        assertThat(awaitCalls(1)).isTrue();

        waiting.cancel(true);

        assertThat(edge().cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
        List<EventDraft> events = events(2);
        assertThat(events).extracting(EventDraft::status).containsOnly(CallStatus.CANCELLED);
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void tellsOfEachCallWhoAskedForProgress() throws Exception {
        HttpResponse<Stream<String>> answer = edge().stream(edge().post(
                        key.text(),
                        request(
                                "executeToolCode",
                                code("crm.find()\nerp.pay()\n1"),
                                ",\"_meta\":{\"progressToken\":\"p\"}")));

        List<String> data = answer.body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(data).hasSize(3);
        assertThat(data.get(0))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{"
                        + "\"progressToken\":\"p\",\"progress\":1,\"message\":\"crm.find\"}}");
        assertThat(data.get(1)).contains("\"progress\":2", "erp.pay");
        assertThat(data.get(2)).contains("\"structuredContent\":{\"result\":1}");
    }

    @Test
    void handsTheAgentsTraceOnToWhatItCalls() throws Exception {
        edge().send(edge().post(
                        key.text(),
                        request(
                                "executeToolCode",
                                code("crm.find()"),
                                ",\"_meta\":{\"progressToken\":\"p\",\"tracestate\":\"a=1\",\"own\":1,"
                                        + "\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\","
                                        + "\"baggage\":\"b=2\"}")));

        assertThat(edge().calls.getFirst().meta())
                .hasToString("{\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\","
                        + "\"tracestate\":\"a=1\",\"baggage\":\"b=2\"}");
        assertThat(edge().calls.getFirst().traceparent()).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(edge().calls.getFirst().params()).hasToString("{\"name\":\"find\",\"arguments\":{}}");
    }

    @Test
    void anErrorSaysWhereAndALimitSaysWhich() throws Exception {
        JsonNode wrong = run("x = 1\ny = x +");
        JsonNode endless = run("for i in range(1000000000): pass");
        JsonNode calls = run("for i in range(21): crm.find()");

        assertThat(text(wrong)).startsWith("2:");
        assertThat(text(endless)).contains("1000000 steps");
        assertThat(text(calls)).contains("20 calls of host functions");
        assertThat(List.of(wrong, endless, calls))
                .allMatch(result -> result.path("isError").asBoolean());
        assertThat(edge().calls).hasSize(20);
    }

    @Test
    void aDryRunCallsNothing() throws Exception {
        JsonNode result = call("executeToolCode", "{\"code\":\"crm.find()\",\"dryRun\":true}");

        assertThat(text(result)).isEqualTo("crm.find(**more) -> any:  # $0.01 a call");
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void scriptsThatTakeAllPlacesOfTheirKeyBreakNobodysPlainCalls() throws Exception {
        edge().byServer.put("erp", (_, _) -> {});
        IssuedKey other = tenant.key("crm__*");
        edge().snapshots.publish(tenant);
        List<CompletableFuture<HttpResponse<String>>> attacks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attacks.add(edge().begin(script("parallel([lambda: erp.pay()] * 2)")));
        }
        assertThat(awaitCalls(12)).isTrue();

        HttpResponse<String> plain = edge().send(edge().post(other.text(), request("crm__find", "{}", "")));

        assertThat(result(plain).at("/structuredContent/tool").asText()).isEqualTo("find");
        assertThat(edge().counted).contains("bound/scripts-per-key");
        attacks.forEach(attack -> attack.cancel(true));
        for (int i = 0; i < 12; i++) {
            assertThat(edge().cancelled.poll(20, TimeUnit.SECONDS)).isEqualTo("pay");
        }
    }

    @Test
    void aSearchFindsWhatExecuteToolThenCallsAsItWasSent() throws Exception {
        show(ToolMode.SEARCH);

        assertThat(text(call("searchTools", "{\"query\":\"find\"}"))).isEqualTo("crm__find dict  # $0.01 a call");
        assertThat(text(call("getToolDetails", "{\"name\":\"crm__find\"}"))).contains("\"x\":1e400");
        JsonNode found = call("executeTool", "{\"name\":\"crm__find\",\"arguments\":{\"n\":1.50, \"m\":2e400}}");
        JsonNode unknown = call("executeTool", "{\"name\":\"erp__drop\"}");

        assertThat(found.at("/structuredContent/tool").asText()).isEqualTo("find");
        assertThat(edge().calls.getFirst().params())
                .hasToString("{\"name\":\"find\",\"arguments\":{\"n\":1.50, \"m\":2e400}}");
        assertThat(text(unknown)).isEqualTo("There is no tool erp__drop: see searchTools.");
        List<EventDraft> events = events(4);
        assertThat(events)
                .extracting(EventDraft::toolName)
                .containsExactly("searchTools", "getToolDetails", "find", "executeTool");
        assertThat(events.get(2).cost().nanos()).isEqualTo(CENT);
        assertThat(events.get(2).parentCall()).isNull();
    }

    @Test
    void aToolThatIsCalledLikeTollgatesOwnGivesWay() throws Exception {
        ServerConfig bare = tenant.server("bare", URL, List.of("*"), PrefixMode.NEVER);
        tenant.tool(bare, "executeToolCode");
        key = tenant.shown(tenant.key("bare__*"), ToolMode.CODE);
        IssuedKey direct = tenant.key("bare__*");
        edge().snapshots.publish(tenant);

        assertThat(text(run("bare.executeToolCode()"))).isEqualTo("{\"tool\":\"executeToolCode\"}");
        assertThat(listed(direct)).containsExactly("executeToolCode");
        assertThat(result(edge().send(edge().post(direct.text(), request("executeToolCode", "{}", ""))))
                        .at("/structuredContent/tool")
                        .asText())
                .isEqualTo("executeToolCode");
    }

    @Test
    void aToolThatIsNotListedCanStillBeCalledByItsName() throws Exception {
        assertThat(call("crm__find", "{}").at("/structuredContent/tool").asText())
                .isEqualTo("find");
    }

    @Test
    void aModernClientRunsScriptsToo() throws Exception {
        String meta = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{},"
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}}";
        HttpResponse<String> answer = edge().send(
                        edge().post(key.text(), request("executeToolCode", code("crm.find()"), meta))
                                .header("MCP-Protocol-Version", "2026-07-28")
                                .header("Mcp-Method", "tools/call")
                                .header("Mcp-Name", "executeToolCode"));

        assertThat(result(answer).path("resultType").asText()).isEqualTo("complete");
        assertThat(result(answer).at("/structuredContent/tool").asText()).isEqualTo("find");
        assertThat(events(2)).allMatch(event -> "probe".equals(event.agentName()));
    }

    private String session(String capabilities) throws Exception {
        return edge().send(edge().post(
                                key.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                                        + "\"2025-11-25\",\"capabilities\":" + capabilities
                                        + ",\"clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}}}"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private void askFirst(String name) {
        ToolConfig tool = tenant.tool(crm, name);
        tenant.put(new ToolConfig(
                tool.tenant(),
                tool.id(),
                tool.server(),
                tool.name(),
                null,
                null,
                tool.definition(),
                tool.definitionHash(),
                null,
                CallApproval.ASK_FIRST));
        edge().snapshots.publish(tenant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline", "cancel"})
    void aScriptWaitsUntilAPersonAgreesToACall(String action) throws Exception {
        askFirst("erase");
        String session = session("{\"elicitation\":{}}");
        HttpResponse<Stream<String>> stream = edge().stream(
                script("r = try_call(crm.erase, id=7)\n[r.ok, r.error]").header("Mcp-Session-Id", session));
        Iterator<JsonNode> said = stream.body()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> read(line.substring(6)))
                .iterator();
        JsonNode question = said.next();
        assertThat(edge().calls).isEmpty();

        edge().send(edge().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + ",\"result\":{\"action\":\"" + action
                                + "\"}}")
                .header("Mcp-Session-Id", session));

        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText())
                .isEqualTo("Call tool erase of server crm for a script with {\"id\":7}?");
        JsonNode result = said.next().path("result");
        boolean agreed = action.equals("accept");
        assertThat(edge().calls).hasSize(agreed ? 1 : 0);
        assertThat(text(result))
                .isEqualTo(
                        agreed
                                ? "[true,null]"
                                : "[false,\"crm.erase: Tool erase was not called: somebody was asked before, and did not"
                                        + " agree.\"]");
        assertThat(events(2).getFirst().reason()).isEqualTo(agreed ? null : RefusalReason.NOT_APPROVED);
    }

    @Test
    void whoCannotBeAskedIsRefusedByScriptOrWithoutOne() throws Exception {
        askFirst("erase");
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", new Region("local"), null, null, null)
                .deciding(null, null, true, List.of(), null));
        edge().snapshots.publish(tenant);

        JsonNode direct = call("crm__erase", "{}");
        JsonNode destructive = call("crm__find", "{}");
        JsonNode scripted = run("crm.erase()");

        assertThat(List.of(text(direct), text(destructive), text(scripted)))
                .allMatch(words -> words.contains("was not called: somebody is to be asked before"));
        assertThat(edge().calls).isEmpty();
        assertThat(events(4))
                .extracting(EventDraft::reason)
                .containsExactly(
                        RefusalReason.NOT_APPROVED, RefusalReason.NOT_APPROVED, RefusalReason.NOT_APPROVED, null);
    }

    @Test
    void whatTheTenantListsAsDestructiveIsAskedAboutWhateverItsHintsSay() throws Exception {
        for (String name : List.of("view", "review")) {
            tenant.tool(crm, name, "{\"name\":\"" + name + "\",\"annotations\":{\"readOnlyHint\":true}}");
        }
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", new Region("local"), null, null, null)
                .deciding(null, null, true, List.of(new ToolPattern("erp__*"), new ToolPattern("crm__vi*")), null));
        edge().snapshots.publish(tenant);

        JsonNode listed = run("crm.view()");
        JsonNode other = run("crm.review()");

        assertThat(text(listed)).contains("was not called: somebody is to be asked before");
        assertThat(text(other)).contains("review");
        assertThat(edge().calls).hasSize(1);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private boolean awaitCalls(int count) throws InterruptedException {
        for (int i = 0; i < 2_000 && edge().calls.size() < count; i++) {
            Thread.sleep(10);
        }
        return edge().calls.size() >= count;
    }
}
