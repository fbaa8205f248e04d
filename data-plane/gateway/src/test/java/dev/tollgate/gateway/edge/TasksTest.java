package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.seal.Seal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks of servers and agents of both eras, over two gateways that share nothing but the keys they seal with. */
class TasksTest {
    private static final String KEYS = "k=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String EXTENSION = "\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}";
    private static final String RAW = "raw-task";
    private static final String MODERN_TASK =
            "{\"resultType\":\"task\",\"taskId\":\"raw-task\",\"status\":\"working\",\"ttlMs\":1.50,\"x\":1e400}";
    private static final String LEGACY_TASK = "{\"task\":{\"taskId\":\"raw-task\",\"status\":\"working\",\"ttl\":60000,"
            + "\"pollInterval\":100,\"x\":1e400},\"y\":1.50}";
    private static final String PLAIN = "{\"content\":[]}";
    private static final String UNKNOWN = "{\"code\":-32602,\"message\":\"no raw-task here\"}";
    private static final Pattern TASK_ID = Pattern.compile("\"taskId\":\"([!-~]+?)\"");

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ServerConfig process = new ServerConfig(
            tenant.id,
            server.id(),
            tenant.environment,
            server.name(),
            new Transport.Stdio("everything"),
            List.of("*"),
            PrefixMode.ALWAYS,
            true,
            30_000);
    private final IssuedKey key = tenant.key("*");
    private final IssuedKey other = tenant.key("*");
    private final IssuedKey narrow = tenant.key("crm__find");
    private @Nullable EdgeServer first;
    private @Nullable EdgeServer second;

    @BeforeEach
    void start() throws Exception {
        tenant.tool(server, "find");
        tenant.tool(server, "slow", "{\"name\":\"slow\",\"execution\":{\"taskSupport\":\"required\"}}");
        tenant.tool(server, "either", "{\"name\":\"either\",\"execution\":{\"taskSupport\":\"optional\"}}");
        tenant.price(server, null, "1", true);
        first = gateway();
        second = gateway();
        publish();
    }

    private static EdgeServer gateway() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return new EdgeServer(Seal.of(List.of(KEYS)), "http://127.0.0.1:" + port, port);
    }

    private void publish() {
        one().snapshots.publish(tenant);
        two().snapshots.publish(tenant);
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

    private static UpstreamReply.Result result(String json, @Nullable String type) {
        return new UpstreamReply.Result(EdgeServer.json(json), json.contains("\"isError\":true"), type);
    }

    private static UpstreamReply.Error error(String json) {
        return new UpstreamReply.Error(EdgeServer.json(json));
    }

    private static BiConsumer<UpstreamCall, UpstreamListener> always(UpstreamReply reply) {
        return (_, listener) -> listener.reply(reply);
    }

    private HttpResponse<String> modern(EdgeServer at, IssuedKey by, String method, String name, String members)
            throws Exception {
        return modern(at, by, method, name, members, EXTENSION);
    }

    private HttpResponse<String> modern(
            EdgeServer at, IssuedKey by, String method, String name, String members, String capabilities)
            throws Exception {
        return at.send(request(at, by, method, name, members, capabilities));
    }

    private static HttpRequest.Builder request(
            EdgeServer at, IssuedKey by, String method, String name, String members, String capabilities) {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{" + capabilities + "}}";
        return at.post(by.text(), message(method, members + "," + meta))
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .header("Mcp-Name", name);
    }

    private static String message(String method, String members) {
        return "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"" + method + "\",\"params\":{" + members + "}}";
    }

    private HttpResponse<String> legacy(EdgeServer at, IssuedKey by, String method, String members) throws Exception {
        return at.send(at.post(by.text(), message(method, members)));
    }

    private String modernCall(EdgeServer at, String tool) throws Exception {
        return modern(at, key, "tools/call", "crm__" + tool, "\"name\":\"crm__" + tool + "\",\"arguments\":{}")
                .body();
    }

    private String legacyCall(EdgeServer at, String tool, String members) throws Exception {
        return legacy(at, key, "tools/call", "\"name\":\"crm__" + tool + "\",\"arguments\":{}" + members)
                .body();
    }

    private static String idIn(String answer) {
        Matcher id = TASK_ID.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        assertThat(id.group(1)).doesNotContain(RAW);
        return id.group(1);
    }

    private HttpResponse<String> ask(EdgeServer at, IssuedKey by, String method, String id) throws Exception {
        return modern(at, by, method, id, "\"taskId\":\"" + id + "\"");
    }

    private static String answered(String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":" + result + "}";
    }

    private String modernTask() throws Exception {
        one().upstream = always(result(MODERN_TASK, "task"));
        String id = idIn(modernCall(one(), "find"));
        assertThat(one().nextEvent().method()).isEqualTo("tools/call");
        return id;
    }

    /** Made in a session of the server that has this id. */
    private String legacyTask(String session) throws Exception {
        one().upstream = (_, listener) -> {
            listener.answeredIn(session);
            listener.reply(result(LEGACY_TASK, null));
        };
        return idIn(legacyCall(one(), "slow", ",\"task\":{\"ttl\":7}"));
    }

    @Test
    void aModernServersTaskIsKnownAtAnyGatewayByAnIdThatTellsNothing() throws Exception {
        one().upstream = always(result(MODERN_TASK, "task"));

        String created = modernCall(one(), "find");

        String id = idIn(created);
        assertThat(created).isEqualTo(answered(MODERN_TASK.replace(RAW, id)));
        assertThat(one().calls.getFirst().abilities().capabilitiesJson()).isEqualTo("{" + EXTENSION + "}");
        String told = "{\"resultType\":\"complete\",\"taskId\":\"raw-task\",\"result\":{\"n\":1e400}}";
        two().upstream = always(result(told, "complete"));

        String got = ask(two(), key, "tasks/get", id).body();

        assertThat(got).isEqualTo(answered(told.replace(RAW, id)));
        UpstreamCall call = two().calls.getFirst();
        assertThat(call.method()).isEqualTo("tasks/get");
        assertThat(call.name()).isEqualTo(RAW);
        assertThat(call.params()).hasToString("{\"taskId\":\"raw-task\"}");
        assertThat(call.tie()).isNull();
    }

    @Test
    void aTaskCostsWhatItsCallCostsAndAskingAboutItNothing() throws Exception {
        one().upstream = always(result(MODERN_TASK, "task"));
        String id = idIn(modernCall(one(), "find"));
        EventDraft made = one().nextEvent();

        ask(one(), key, "tasks/get", id);

        EventDraft asked = one().nextEvent();
        assertThat(made.cost().nanos()).isEqualTo(1_000_000_000);
        assertThat(asked.cost().nanos()).isZero();
        assertThat(asked.method()).isEqualTo("tasks/get");
        assertThat(asked.toolName()).isEqualTo("find");
        assertThat(asked.serverName()).isEqualTo("crm");
        assertThat(asked.status()).isEqualTo(CallStatus.OK);
    }

    @Test
    void whatIsAnsweredInATaskReachesItsServerByteForByte() throws Exception {
        String id = modernTask();
        two().upstream = always(result("{}", null));

        String body = modern(
                        two(),
                        key,
                        "tasks/update",
                        id,
                        "\"inputResponses\":{\"a\":{\"n\":1e400}},\"taskId\":\"" + id + "\"")
                .body();

        assertThat(body).isEqualTo(answered("{\"resultType\":\"complete\"}"));
        assertThat(two().calls.getFirst().params())
                .hasToString("{\"inputResponses\":{\"a\":{\"n\":1e400}},\"taskId\":\"raw-task\"}");
    }

    @Test
    void aTaskOfAnotherKeyOrAChangedOneOrNoneIsUnknownInTheSameWords() throws Exception {
        String id = modernTask();
        String changed = id.substring(0, id.length() - 4) + "AAAA";
        two().upstream = always(result(PLAIN, null));
        for (String method : List.of("tasks/get", "tasks/update", "tasks/cancel")) {
            for (String bad : List.of(id, changed, RAW, "none")) {
                HttpResponse<String> response = ask(two(), bad.equals(id) ? other : key, method, bad);

                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body())
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"error\":{\"code\":-32602,\"message\":\"Unknown"
                                + " task: " + Asked.shown(bad) + "\"}}");
                EventDraft event = two().nextEvent();
                assertThat(event.reason()).isEqualTo(RefusalReason.UNKNOWN_TOOL);
                assertThat(event.toolName()).isNull();
            }
        }
        assertThat(two().calls).isEmpty();
    }

    @Test
    void aTaskOfAToolThatTheKeyNoLongerSeesIsUnknown() throws Exception {
        one().upstream = always(result(MODERN_TASK, "task"));
        String id = idIn(modern(one(), narrow, "tools/call", "crm__find", "\"name\":\"crm__find\"")
                .body());
        assertThat(ask(one(), narrow, "tasks/get", id).body()).contains("\"result\"");
        HttpRequest.Builder filtered = request(one(), narrow, "tasks/get", id, "\"taskId\":\"" + id + "\"", EXTENSION)
                .header("X-Tollgate-Exclude-Tools", "crm__find");

        assertThat(one().send(filtered).body()).contains("Unknown task");

        tenant.put(withoutGrants(narrow.config()));
        publish();
        assertThat(ask(one(), narrow, "tasks/get", id).body()).contains("Unknown task");
        assertThat(ask(two(), narrow, "tasks/get", id).body()).contains("Unknown task");
    }

    private static VirtualKeyConfig withoutGrants(VirtualKeyConfig key) {
        return new VirtualKeyConfig(
                key.tenant(),
                key.id(),
                key.environment(),
                key.name(),
                key.credentials(),
                List.of(),
                key.groups(),
                key.owner(),
                key.modelProvider(),
                key.sources(),
                key.contentLogging(),
                key.revoked(),
                key.expiresAt());
    }

    @Test
    void aTaskThatItsServerHasForgottenIsToldAsUnknown() throws Exception {
        String id = modernTask();
        one().upstream = always(error(UNKNOWN));

        assertThat(ask(one(), key, "tasks/get", id).body())
                .contains("Unknown task: ")
                .doesNotContain(RAW);
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.UPSTREAM_ERROR);
    }

    @Test
    void aClientThatDoesNotDeclareTheExtensionHasNoTasks() throws Exception {
        String id = modernTask();
        one().calls.clear();
        String required = "\"requiredCapabilities\":{" + EXTENSION + "}";
        for (String method : List.of("tasks/get", "tasks/update", "tasks/cancel")) {
            HttpResponse<String> response = modern(one(), key, method, id, "\"taskId\":\"" + id + "\"", "");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("-32021").contains(required);
        }
        HttpResponse<String> call =
                modern(one(), key, "tools/call", "crm__slow", "\"name\":\"crm__slow\"", "\"elicitation\":{}");
        assertThat(call.statusCode()).isEqualTo(400);
        assertThat(call.body()).contains("-32021").contains(required);
        assertThat(one().calls).isEmpty();

        String unasked = modern(one(), key, "tools/call", "crm__find", "\"name\":\"crm__find\"", "")
                .body();
        assertThat(unasked).contains("-32603").contains("nobody asked for").doesNotContain(RAW);
    }

    @Test
    void theNameInTheHeaderMustBeTheTasks() throws Exception {
        String id = modernTask();

        HttpResponse<String> response = modern(one(), key, "tasks/get", "another", "\"taskId\":\"" + id + "\"");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32020").contains("params.taskId");
    }

    @Test
    void methodsThatTheErasDoNotShareAreUnknownInTheOther() throws Exception {
        for (String method : List.of("tasks/result", "tasks/list")) {
            HttpResponse<String> response = ask(one(), key, method, "x");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("-32601");
        }
        for (String method : List.of("tasks/update", "tasks/list")) {
            assertThat(legacy(one(), key, method, "\"taskId\":\"x\"").body()).contains("-32601");
        }
    }

    @Test
    void whatClientsAreToldOfTasksIsTheErasOwn() throws Exception {
        assertThat(modern(one(), key, "server/discover", "", "\"x\":1").body())
                .contains("\"" + EXTENSION.substring(1))
                .doesNotContain("\"tasks\":");
        assertThat(initialize("2025-11-25"))
                .contains("\"tasks\":{\"cancel\":{},\"requests\":{\"tools\":{\"call\":{}}}}");
        assertThat(initialize("2025-06-18")).doesNotContain("tasks");
    }

    private String initialize(String revision) throws Exception {
        return legacy(
                        one(),
                        key,
                        "initialize",
                        "\"protocolVersion\":\"" + revision + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"p\"}")
                .body();
    }

    @Test
    void aLegacyTaskIsAskedAboutInItsServersSessionAtAnyGateway() throws Exception {
        one().upstream = (_, listener) -> {
            listener.notification(EdgeServer.json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks/status\","
                    + "\"params\":{\"taskId\":\"raw-task\"}}"));
            listener.answeredIn("up-session");
            listener.reply(result(LEGACY_TASK, null));
        };

        String created = legacyCall(one(), "either", ",\"task\":{\"ttl\":7.0}");

        String id = idIn(created);
        assertThat(created).isEqualTo(answered(LEGACY_TASK.replace(RAW, id)));
        assertThat(one().calls.getFirst().params())
                .hasToString("{\"name\":\"either\",\"arguments\":{},\"task\":{\"ttl\":7.0}}");
        two().upstream = always(result("{\"taskId\":\"raw-task\",\"status\":\"working\",\"ttl\":null}", null));
        assertThat(legacy(two(), key, "tasks/get", "\"taskId\":\"" + id + "\"").body())
                .isEqualTo(answered("{\"taskId\":\"" + id + "\",\"status\":\"working\",\"ttl\":null}"));
        assertThat(Objects.requireNonNull(two().calls.getFirst().tie()).session())
                .isEqualTo("up-session");
        assertThat(id).doesNotContain("up-session");
    }

    @Test
    void aLegacyTasksResultNamesTheTaskAsTheAgentKnowsIt() throws Exception {
        String id = legacyTask("s");
        String related = "\"_meta\":{\"io.modelcontextprotocol/related-task\":{\"taskId\":\"raw-task\"},\"n\":1e400}";
        String end = "{\"content\":[],\"taskId\":\"raw-task\"," + related + "}";
        two().upstream = always(result(end, null));

        String body =
                legacy(two(), key, "tasks/result", "\"taskId\":\"" + id + "\"").body();

        // What the tool says is the tool's, even where it looks like a task.
        assertThat(body)
                .isEqualTo(answered("{\"content\":[],\"taskId\":\"raw-task\"," + related.replace(RAW, id) + "}"));
        assertThat(two().calls.getFirst().timeoutMillis()).isEqualTo(TaskPart.RESULT_MAX.toMillis());
    }

    @Test
    void aLegacyServersRefusalToCancelIsItsOwnWord() throws Exception {
        String id = legacyTask("s");
        one().upstream = always(error("{\"code\":-32602,\"message\":\"it is over\"}"));

        assertThat(legacy(one(), key, "tasks/cancel", "\"taskId\":\"" + id + "\"")
                        .body())
                .contains("it is over");
    }

    @Test
    void whatAServerAsksInATaskAndIsAnsweredNamesItAsEachSideKnowsIt() {
        TaskWords words = new TaskWords(RAW, "token");
        String related = "{\"_meta\":{\"io.modelcontextprotocol/related-task\":{\"taskId\":\"%s\"}},\"n\":1e400}";

        assertThat(words.toAgent(EdgeServer.json(related.formatted(RAW)))).hasToString(related.formatted("token"));
        assertThat(words.toServer(EdgeServer.json(related.formatted("token")))).hasToString(related.formatted(RAW));
        assertThat(words.toAgent(EdgeServer.json(related.formatted("x")))).hasToString(related.formatted("x"));
        String status = "{\"method\":\"notifications/tasks/status\",\"params\":{\"taskId\":\"%s\",\"n\":1e400}}";
        assertThat(words.notification(EdgeServer.json(status.formatted(RAW)))).hasToString(status.formatted("token"));
        assertThat(words.notification(EdgeServer.json(status.formatted("another"))))
                .isNull();
    }

    @Test
    void aLegacyClientIsToldThatAToolDoesNotRunAsATask() throws Exception {
        assertThat(legacyCall(one(), "find", ",\"task\":{}")).contains("-32601").contains("does not run as a task");
        assertThat(one().calls).isEmpty();
    }

    @Test
    void aLegacyToolThatRunsAsATaskOnlyDoesSoForAModernClientThatKnowsTasks() throws Exception {
        one().upstream = (_, listener) -> {
            listener.answeredIn("s");
            listener.reply(result(LEGACY_TASK, null));
        };

        String created = modernCall(one(), "slow");

        String id = idIn(created);
        assertThat(created)
                .isEqualTo(answered("{\"resultType\":\"task\",\"taskId\":\"" + id
                        + "\",\"status\":\"working\",\"ttlMs\":60000,\"pollIntervalMs\":100,\"x\":1e400}"));
        assertThat(one().calls.getFirst().params()).hasToString("{\"task\":{},\"name\":\"slow\",\"arguments\":{}}");
        two().upstream = (call, listener) -> listener.reply(
                call.method().equals("tasks/get")
                        ? result("{\"taskId\":\"raw-task\",\"status\":\"completed\",\"ttl\":60000}", null)
                        : result(
                                "{\"n\":1e400,\"_meta\":{\"io.modelcontextprotocol/related-task\":{\"taskId\":\"raw-task\"}}}",
                                null));
        assertThat(ask(two(), key, "tasks/get", id).body())
                .isEqualTo(answered("{\"resultType\":\"complete\",\"status\":\"completed\",\"taskId\":\"" + id
                        + "\",\"ttlMs\":60000,\"result\":{\"n\":1e400,\"_meta\":{}}}"));
        assertThat(two().calls).extracting(UpstreamCall::method).containsExactly("tasks/get", "tasks/result");
        assertThat(two().calls)
                .allSatisfy(call ->
                        assertThat(Objects.requireNonNull(call.tie()).session()).isEqualTo("s"))
                .allSatisfy(call -> assertThat(call.params()).hasToString("{\"taskId\":\"raw-task\"}"));
        assertThat(two().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(two().events).isEmpty();
    }

    @Test
    void aLegacyToolThatMayRunAsATaskIsCalledAtOnceForAModernClient() throws Exception {
        one().upstream = always(result(PLAIN, null));

        String body = modern(
                        one(),
                        key,
                        "tools/call",
                        "crm__either",
                        "\"name\":\"crm__either\",\"task\":{\"ttl\":7},\"arguments\":{}")
                .body();

        assertThat(body).isEqualTo(answered("{\"resultType\":\"complete\",\"content\":[]}"));
        assertThat(one().calls.getFirst().params()).hasToString("{\"name\":\"either\",\"arguments\":{}}");
    }

    @Test
    void aLegacyTasksFailureIsTheOneThatItsResultTells() throws Exception {
        String id = legacyTask("s");
        BiConsumer<UpstreamCall, UpstreamListener> failed =
                always(result("{\"taskId\":\"raw-task\",\"status\":\"failed\"}", null));
        String head = "{\"resultType\":\"complete\",\"status\":\"%s\",\"taskId\":\"" + id + "\",";
        two().upstream = (call, listener) -> {
            if (call.method().equals("tasks/get")) {
                failed.accept(call, listener);
            } else {
                listener.reply(error("{\"code\":-1,\"message\":\"broke\"}"));
            }
        };
        assertThat(ask(two(), key, "tasks/get", id).body())
                .isEqualTo(answered(head.formatted("failed") + "\"error\":{\"code\":-1,\"message\":\"broke\"}}"));
        two().upstream = (call, listener) -> {
            if (call.method().equals("tasks/get")) {
                failed.accept(call, listener);
            } else {
                listener.reply(result("{\"isError\":true}", null));
            }
        };
        assertThat(ask(two(), key, "tasks/get", id).body())
                .isEqualTo(answered(head.formatted("completed") + "\"result\":{\"isError\":true}}"));
    }

    @Test
    void aModernClientsCancellationOfALegacyTaskIsAcknowledgedWhetherOrNotItIsOver() throws Exception {
        String id = legacyTask("s");
        String acknowledged = answered("{\"resultType\":\"complete\"}");
        two().upstream = always(result("{\"taskId\":\"raw-task\",\"status\":\"cancelled\"}", null));
        assertThat(ask(two(), key, "tasks/cancel", id).body()).isEqualTo(acknowledged);
        assertThat(ask(two(), key, "tasks/update", id).body()).isEqualTo(acknowledged);
        assertThat(two().calls).extracting(UpstreamCall::method).containsExactly("tasks/cancel", "tasks/get");

        two().upstream = (call, listener) -> listener.reply(
                call.method().equals("tasks/get")
                        ? result("{\"taskId\":\"raw-task\",\"status\":\"completed\"}", null)
                        : error(UNKNOWN));
        assertThat(ask(two(), key, "tasks/cancel", id).body()).isEqualTo(acknowledged);

        two().upstream = always(error(UNKNOWN));
        assertThat(ask(two(), key, "tasks/cancel", id).body()).contains("Unknown task: ");
        assertThat(ask(two(), key, "tasks/update", id).body()).contains("Unknown task: ");
    }

    @Test
    void aModernServersTaskIsUnknownToALegacyClient() throws Exception {
        String id = modernTask();

        assertThat(legacy(one(), key, "tasks/get", "\"taskId\":\"" + id + "\"").body())
                .contains("Unknown task: ");
    }

    @Test
    void aTaskOfAProcessIsAskedAboutAtTheGatewayThatRunsIt() throws Exception {
        tenant.put(process);
        publish();
        String id = legacyTask("s");
        one().nextEvent();
        one().upstream = always(result("{\"taskId\":\"raw-task\",\"status\":\"working\"}", null));

        String body =
                legacy(two(), key, "tasks/get", "\"taskId\":\"" + id + "\"").body();

        assertThat(body).isEqualTo(answered("{\"taskId\":\"" + id + "\",\"status\":\"working\"}"));
        assertThat(two().calls).isEmpty();
        assertThat(two().events).isEmpty();
        assertThat(one().nextEvent().method()).isEqualTo("tasks/get");
        assertThat(legacy(two(), other, "tasks/get", "\"taskId\":\"" + id + "\"")
                        .body())
                .contains("Unknown task: ");
        one().close();
        assertThat(legacy(two(), key, "tasks/get", "\"taskId\":\"" + id + "\"").body())
                .contains("Unknown task: ");
    }

    private Iterator<String> listen(EdgeServer at, IssuedKey by, String ids) throws Exception {
        return at.stream(request(
                        at, by, "subscriptions/listen", "", "\"notifications\":{\"taskIds\":" + ids + "}", EXTENSION))
                .body()
                .filter(line -> line.startsWith("data: "))
                .iterator();
    }

    @Test
    void anAgentHearsOfItsTasksByTheIdsThatItKnows() throws Exception {
        String id = modernTask();
        String legacy = legacyTask("s");

        Iterator<String> lines = listen(two(), key, "[\"" + id + "\",\"" + legacy + "\",\"none\"]");

        assertThat(lines.next()).contains("acknowledged").contains("\"notifications\":{\"taskIds\":[\"" + id + "\"]}");
        EdgeServer.Listener ear = two().listeners.getFirst();
        assertThat(ear.wanted.taskIds()).containsExactly(RAW);
        ear.say("notifications/tasks", "{\"taskId\":\"another\"}");
        ear.say("notifications/tasks", "{\"taskId\":\"raw-task\",\"_meta\":{\"x\":1},\"n\":1e400}");
        assertThat(lines.next())
                .isEqualTo("data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks\",\"params\":{\"_meta\":{"
                        + "\"io.modelcontextprotocol/subscriptionId\":9},\"taskId\":\"" + id + "\",\"n\":1e400}}");
        assertThat(listen(two(), other, "[\"" + id + "\"]").next()).contains("\"notifications\":{}");
    }

    @Test
    void onlyAClientThatDeclaresTheExtensionHearsOfTasks() throws Exception {
        HttpResponse<String> response =
                modern(one(), key, "subscriptions/listen", "", "\"notifications\":{\"taskIds\":[\"x\"]}", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32021");
    }

    @Test
    void aTaskWhoseIdIsTooLongToCarryIsRefused() throws Exception {
        one().upstream = always(result(MODERN_TASK.replace(RAW, "r".repeat(513)), "task"));

        assertThat(modernCall(one(), "find")).contains("-32603").contains("512 characters");
        assertThat(one().counted).contains("bound/task-id");
    }

    @Test
    void aServerThatSpeaksOfATaskInNoWordsIsNotPassedOn() throws Exception {
        String id = modernTask();
        one().upstream = always(result("{\"resultType\":\"complete\",\"taskId\":\"a\",\"taskId\":\"b\"}", "complete"));
        assertThat(ask(one(), key, "tasks/get", id).body()).contains("in words that are none");
        one().upstream = always(result("{\"resultType\":\"task\"}", "task"));
        assertThat(modernCall(one(), "find")).contains("a task that has no id");
    }
}
