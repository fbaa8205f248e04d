package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamRequest;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.seal.Seal;
import io.vertx.core.buffer.Buffer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that ask agents' clients something in the middle of a call, in both eras, over two gateways. */
class QuestionsTest {
    private static final String KEYS = "k=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final Pattern ASKED = Pattern.compile("\"id\":\"([!-~]+?)\",\"method\":\"([a-zA-Z/]+)\"");
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"crm__find\",\"arguments\":{}";
    private static final String META = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}";
    private static final String NEEDS_INPUT = "{\"resultType\":\"input_required\",\"requestState\":\"up \\\"s\\\"\","
            + "\"inputRequests\":{\"a\\\"b\":{\"method\":\"elicitation/create\",\"params\":{\"message\":\"who?\"}},"
            + "\"c\":{\"method\":\"roots/list\"}}}";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("*");
    private final IssuedKey other = tenant.key("*");
    private @Nullable EdgeServer first;
    private @Nullable EdgeServer second;

    @BeforeEach
    void start() throws Exception {
        tenant.tool(server, "find");
        first = gateway();
        second = gateway();
    }

    private EdgeServer gateway() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        EdgeServer gateway = new EdgeServer(Seal.of(List.of(KEYS)), "http://127.0.0.1:" + port, port);
        gateway.snapshots.publish(tenant);
        return gateway;
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

    private String initialize(EdgeServer at, String capabilities) throws Exception {
        HttpResponse<String> response = at.send(at.post(
                key.text(),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":" + capabilities
                        + ",\"clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}}}"));
        return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    /** A server's question, and what becomes of it. */
    private static final class Asked implements UpstreamRequest {
        private final String method;
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

        private final Runnable then;

        Asked(String method) {
            this(method, () -> {});
        }

        /**
         * @param then done on the call's event loop when the answer is there
         */
        Asked(String method, Runnable then) {
            this.method = method;
            this.then = then;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public Buffer params() {
            return EdgeServer.json("{\"n\":1.50}");
        }

        @Override
        public void result(Buffer result) {
            answers.add("result " + result);
            then.run();
        }

        @Override
        public void error(Buffer error) {
            answers.add("error " + error);
        }

        String answer() throws InterruptedException {
            return Objects.requireNonNull(answers.poll(10, TimeUnit.SECONDS), "no answer came");
        }
    }

    private static String nextData(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data: {")) {
                return line.substring(6);
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static String idOf(String question, String method) {
        Matcher asked = ASKED.matcher(question);
        assertThat(asked.find()).as(question).isTrue();
        assertThat(asked.group(2)).isEqualTo(method);
        return asked.group(1);
    }

    private int answer(EdgeServer at, IssuedKey by, String id, String json) throws Exception {
        return at.send(at.post(by.text(), "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\"," + json + "}"))
                .statusCode();
    }

    @Test
    void aServersQuestionReachesTheClientAndItsAnswerTheServerWhicheverGatewayItComesTo() throws Exception {
        String session = initialize(two(), "{\"elicitation\":{},\"roots\":{}}");
        AtomicReference<Asked> questions = new AtomicReference<>();
        one().upstream = (_, listener) -> {
            Asked question = new Asked(
                    "elicitation/create",
                    () -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"content\":[]}"), false, null)));
            questions.set(question);
            listener.request(question);
        };
        HttpResponse<Stream<String>> stream =
                one().stream(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session));
        Iterator<String> lines = stream.body().iterator();

        String asked = nextData(lines);

        assertThat(one().calls.getFirst().abilities()).isEqualTo(new ClientAbilities(true, false, false, false, true));
        assertThat(asked).contains("\"params\":{\"n\":1.50}");
        String id = idOf(asked, "elicitation/create");
        assertThat(answer(one(), other, id, "\"result\":{}")).isEqualTo(400);
        assertThat(answer(two(), other, id, "\"result\":{}")).isEqualTo(400);
        assertThat(answer(two(), key, id, "\"result\":{\"action\":\"accept\",\"n\":1e400}"))
                .isEqualTo(202);
        assertThat(Objects.requireNonNull(questions.get()).answer())
                .isEqualTo("result {\"action\":\"accept\",\"n\":1e400}");
        assertThat(answer(two(), key, id, "\"result\":{}")).isEqualTo(400);
        assertThat(answer(one(), key, id, "\"result\":{}")).isEqualTo(400);
        assertThat(nextData(lines)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"content\":[]}}");
        EventDraft event = one().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.OK);
        assertThat(event.agentName()).isEqualTo("probe");
        assertThat(event.agentVersion()).isEqualTo("7");
        assertThat(event.protocolVersion()).isEqualTo("2025-11-25");
    }

    @Test
    void aClientsErrorReachesTheServer() throws Exception {
        String session = initialize(one(), "{\"sampling\":{}}");
        Asked question = new Asked("sampling/createMessage");
        one().upstream = (_, listener) -> listener.request(question);
        HttpResponse<Stream<String>> stream =
                one().stream(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session));

        String id = idOf(nextData(stream.body().iterator()), "sampling/createMessage");

        assertThat(answer(one(), key, id, "\"error\":{\"code\":-1,\"message\":\"no\"}"))
                .isEqualTo(202);
        assertThat(question.answer()).isEqualTo("error {\"code\":-1,\"message\":\"no\"}");
    }

    @Test
    void aClientThatHearsNoStreamIsNotAsked() throws Exception {
        String session = initialize(one(), "{\"elicitation\":{}}");
        Asked question = new Asked("elicitation/create");
        one().upstream = (_, listener) -> {
            listener.request(question);
            listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"content\":[]}"), false, null));
        };

        one().send(one().post(key.text(), CALL + "}}")
                .setHeader("Accept", "application/json")
                .header("Mcp-Session-Id", session));

        assertThat(question.answer()).startsWith("error {\"code\":-32601");
    }

    @Test
    void whatAServerNoLongerWantsToKnowIsTakenBack() throws Exception {
        String session = initialize(one(), "{\"elicitation\":{}}");
        Asked question = new Asked("elicitation/create");
        one().upstream = (_, listener) -> {
            listener.request(question);
            listener.withdrawn(question);
        };
        HttpResponse<Stream<String>> stream =
                one().stream(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session));
        Iterator<String> lines = stream.body().iterator();

        String id = idOf(nextData(lines), "elicitation/create");

        assertThat(nextData(lines))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\""
                        + id + "\"}}");
        assertThat(answer(one(), key, id, "\"result\":{}")).isEqualTo(400);
    }

    @Test
    void aModernServersQuestionsArePutToALegacyClientAndTheAnswersCarriedToTheNextRound() throws Exception {
        String session = initialize(one(), "{\"elicitation\":{},\"roots\":{}}");
        one().upstream = (call, listener) -> {
            String params = call.params().toString();
            listener.reply(new UpstreamReply.Result(
                    EdgeServer.json(params.contains("inputResponses") ? "{\"content\":[]}" : NEEDS_INPUT),
                    false,
                    params.contains("inputResponses") ? "complete" : "input_required"));
        };
        HttpResponse<Stream<String>> stream =
                one().stream(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session));
        Iterator<String> lines = stream.body().iterator();

        String who = nextData(lines);
        String where = nextData(lines);

        assertThat(who).contains("\"params\":{\"message\":\"who?\"}");
        assertThat(where).contains("\"params\":{}");
        assertThat(answer(two(), key, idOf(where, "roots/list"), "\"result\":{\"roots\":[]}"))
                .isEqualTo(202);
        assertThat(answer(one(), key, idOf(who, "elicitation/create"), "\"result\":{\"action\":\"decline\"}"))
                .isEqualTo(202);
        assertThat(nextData(lines)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"content\":[]}}");
        assertThat(one().calls).hasSize(2);
        assertThat(one().calls.getLast().params())
                .hasToString("{\"inputResponses\":{\"a\\\"b\":{\"action\":\"decline\"},\"c\":{\"roots\":[]}},"
                        + "\"requestState\":\"up \\\"s\\\"\",\"name\":\"find\",\"arguments\":{}}");
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(one().events).isEmpty();
    }

    @Test
    void aLegacyClientThatCannotBeAskedIsToldWhatTheServerWanted() throws Exception {
        String session = initialize(one(), "{\"elicitation\":{}}");
        one().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json(NEEDS_INPUT), false, "input_required"));

        String body = one().send(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session))
                .body();

        assertThat(body).contains("\"isError\":true").contains("roots/list").contains("crm");
        assertThat(one().nextEvent().status()).isEqualTo(CallStatus.TOOL_ERROR);
    }

    @Test
    void aServerThatAsksOnAndOnIsNotAnsweredForEver() throws Exception {
        String session = initialize(one(), "{}");
        one().upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(
                EdgeServer.json("{\"resultType\":\"input_required\",\"inputRequests\":{}}"), false, "input_required"));

        String body = one().send(one().post(key.text(), CALL + "}}").header("Mcp-Session-Id", session))
                .body();

        assertThat(body).contains("in more than 8 rounds");
        assertThat(one().calls).hasSize(InputRounds.ROUNDS_MAX + 1);
    }

    private HttpResponse<String> modern(EdgeServer at, IssuedKey by, String members) throws Exception {
        return at.send(at.post(by.text(), CALL + members + META + "}}")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find"));
    }

    private static String stateIn(String result) {
        Matcher state = Pattern.compile("\"requestState\":\"([!-~]+?)\"").matcher(result);
        assertThat(state.find()).as(result).isTrue();
        return state.group(1);
    }

    @Test
    void aModernClientCarriesASealedStateToAnyGateway() throws Exception {
        one().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json(NEEDS_INPUT), false, "input_required"));
        String asked = modern(one(), key, "").body();
        String state = stateIn(asked);
        assertThat(asked)
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":" + NEEDS_INPUT.replace("up \\\"s\\\"", state) + "}");
        assertThat(stateIn(modern(one(), key, "").body())).isNotEqualTo(state);
        two().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"content\":[]}"), false, "complete"));
        String next = ",\"inputResponses\":{\"c\":{\"n\":1e400}},\"requestState\":\"";

        assertThat(modern(two(), key, next + state + "\"").body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"content\":[]}}");

        assertThat(two().calls.getFirst().params())
                .hasToString("{\"name\":\"find\",\"arguments\":{},\"inputResponses\":{\"c\":{\"n\":1e400}},"
                        + "\"requestState\":\"up \\\"s\\\"\"}");
        assertThat(two().calls.getFirst().abilities())
                .isEqualTo(new ClientAbilities(true, false, false, false, false).askedInRounds());
        assertThat(two().calls.getFirst().abilities().inStream()).isEqualTo(ClientAbilities.NONE);
        for (String bad : List.of(state + "-TAMPERED", "", "up \\\"s\\\"")) {
            assertThat(modern(two(), key, next + bad + "\"").body()).contains("-32602");
        }
        assertThat(modern(two(), other, next + state + "\"").body()).contains("-32602");
        assertThat(modern(two(), key, ",\"requestState\":7").body()).contains("-32602");
        assertThat(two().calls).hasSize(1);
    }

    @Test
    void aStateBelongsToTheArgumentsThatItWasGivenFor() throws Exception {
        one().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json(NEEDS_INPUT), false, "input_required"));
        String state = stateIn(modern(one(), key, "").body());

        String body = one().send(one().post(
                                key.text(),
                                CALL.replace("\"arguments\":{}", "\"arguments\":{\"x\":1}") + ",\"requestState\":\""
                                        + state + "\"" + META + "}}")
                        .header("MCP-Protocol-Version", "2026-07-28")
                        .header("Mcp-Method", "tools/call")
                        .header("Mcp-Name", "crm__find"))
                .body();

        assertThat(body).contains("-32602").contains("begin anew");
    }

    @Test
    void aCapabilityThatAServerMissesIsABadRequestInTheModernEra() throws Exception {
        one().upstream = (_, listener) -> listener.reply(
                new UpstreamReply.Error(EdgeServer.json("{\"code\":-32021,\"message\":\"needs sampling\"}")));

        HttpResponse<String> response = modern(one(), key, "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32021");
    }

    @Test
    void aLegacyServersCodeForAnAbsentResourceIsTheModernErasOwn() throws Exception {
        one().upstream = (_, listener) -> listener.reply(new UpstreamReply.Error(
                EdgeServer.json("{\"data\":{\"uri\":\"x\"}, \"code\" : -32002,\"message\":\"gone\"}")));

        assertThat(modern(one(), key, "").body())
                .endsWith("\"error\":{\"data\":{\"uri\":\"x\"}, \"code\" : -32602,\"message\":\"gone\"}}");
        assertThat(one().send(one().post(key.text(), CALL + "}}")).body()).contains("-32002");
    }
}
