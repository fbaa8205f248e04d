package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.edge.handed.HandedHeaders;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{},"
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}}";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig tool = tenant.tool(server, "find");
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.price(server, null, "0.25", false);
        tenant.price(server, "find", "0.01", true);
        started.snapshots.publish(tenant);
        started.upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void forwardsWhatTheAgentSentUnderTheUpstreamsName() throws Exception {
        // given
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + META
                + ",\"arguments\":{\"n\":1.50, \"n\":2e400},\"name\":\"crm__find\",\"x\":[]}}";
        // when
        HttpResponse<String> response = edge().send(edge().post(key.text(), body)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"));
        // then
        assertThat(response.body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\"}}");
        UpstreamCall call = edge().calls.getFirst();
        assertThat(call.name()).isEqualTo("find");
        assertThat(call.params()).hasToString("{\"arguments\":{\"n\":1.50, \"n\":2e400},\"name\":\"find\",\"x\":[]}");
        assertThat("{" + META.replace("\"_meta\":", "\"m\":") + "}").contains(String.valueOf(call.meta()));
        assertThat(call.timeoutMillis()).isEqualTo(server.timeoutMillis());
        assertThat(call.traceparent())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("00f067aa0ba902b7")
                .endsWith("-01");
        EventDraft event = edge().nextEvent();
        assertThat(event.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(event.agentName()).isEqualTo("probe");
        assertThat(event.agentVersion()).isEqualTo("7");
        assertThat(event.protocolVersion()).isEqualTo("2026-07-28");
        assertThat(event.requestBytes()).isEqualTo(body.length());
        assertThat(response.headers().firstValue("Tollgate-Call-Id"))
                .hasValue(event.callId().toString());
    }

    @Test
    void readsTheArgumentsThatTheUpstreamWantsInHeadersFromTheBodyWhateverTheAgentsEra() throws Exception {
        // given
        tenant.tool(
                server,
                "sql",
                "{\"name\":\"sql\",\"inputSchema\":{\"type\":\"object\",\"properties\":{"
                        + "\"region\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"},"
                        + "\"page\":{\"properties\":{\"rows\":{\"type\":\"integer\",\"x-mcp-header\":\"Rows\"}}},"
                        + "\"dry\":{\"type\":\"boolean\",\"x-mcp-header\":\"Dry\"},"
                        + "\"none\":{\"type\":\"string\",\"x-mcp-header\":\"None\"},"
                        + "\"twice\":{\"type\":\"string\",\"x-mcp-header\":\"Twice\"}}}}");
        edge().snapshots.publish(tenant);
        // when
        edge().send(edge().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"crm__sql\","
                                + "\"arguments\":{\"region\":\"e\\u0075\",\"page\":{\"rows\":7},\"dry\":true,"
                                + "\"none\":null,\"twice\":\"a\",\"twice\":\"b\"}}}")
                .header("Mcp-Param-Region", "us"));
        // then
        assertThat(edge().calls.getFirst().paramHeaders())
                .isEqualTo(Map.of("Mcp-Param-Region", "eu", "Mcp-Param-Rows", "7", "Mcp-Param-Dry", "true"));
    }

    @Test
    void handsOnTheHeadersThatTheServerIsGivenAndNeverAKey() throws Exception {
        tenant.put(new ServerConfig(
                server.tenant(),
                server.id(),
                server.environment(),
                server.name(),
                server.transport(),
                server.baseline(),
                server.prefixMode(),
                true,
                server.timeoutMillis(),
                null,
                List.of("x-shop", "x-copy")));
        edge().snapshots.publish(tenant);

        edge().send(edge().post(key.text(), body("crm__find"))
                .header("X-Shop", "north")
                .header("X-Copy", "key=" + key.text())
                .header("X-Other", "1"));
        HttpResponse<String> refused = edge().send(edge().post(key.text(), body("crm__find"))
                .header("X-Shop", "s".repeat(HandedHeaders.CHARS_MAX)));

        assertThat(edge().calls).singleElement().satisfies(call -> {
            assertThat(call.forwardedHeaders()).isEqualTo(Map.of("x-shop", "north"));
            assertThat(call.toString()).doesNotContain(key.text());
        });
        assertThat(refused.body()).contains("-32602").contains("at most " + HandedHeaders.CHARS_MAX);
        assertThat(edge().counted).contains("bound/forwarded-headers");
    }

    @Test
    void handsOnNothingToAServerThatIsGivenNothing() throws Exception {
        edge().send(edge().post(key.text(), body("crm__find")).header("X-Shop", "north"));

        assertThat(edge().calls.getFirst().forwardedHeaders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7",
                "00-0AF7651916CD43DD8448EB211C80319C-00f067aa0ba902b7-01",
                "01-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "nonsense"
            })
    void dropsATraceparentThatIsNoneInBothEras(String traceparent) throws Exception {
        edge().send(edge().post(key.text(), body("crm__find")).header("traceparent", traceparent));
        edge().send(edge().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + META
                                + ",\"name\":\"crm__find\"}}")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find")
                .header("traceparent", traceparent));

        assertThat(edge().calls)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.traceparent()).isNull());
    }

    @Test
    void recordsAndPricesACall() throws Exception {
        call("crm__find");

        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.OK);
        assertThat(event.cost().nanos()).isEqualTo(10_000_000);
        assertThat(event.tenant()).isEqualTo(tenant.id);
        assertThat(event.holder().environmentName()).isEqualTo("prod");
        assertThat(event.holder().key()).isEqualTo(key.config().id());
        assertThat(event.serverName()).isEqualTo("crm");
        assertThat(event.toolName()).isEqualTo("find");
        assertThat(event.definitionHash()).isEqualTo(tool.definitionHash());
        assertThat(event.snapshotRevision()).isEqualTo(1);
        assertThat(event.responseBytes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,REFUSED,UPSTREAM_UNAVAILABLE,0",
        "OVERLOADED,REFUSED,OVERLOADED,0",
        "UNREACHABLE,UPSTREAM_ERROR,,0",
        "TIMEOUT,TIMEOUT,,10000000",
        "BROKEN,UPSTREAM_ERROR,,10000000",
        "TOO_LARGE,UPSTREAM_ERROR,,10000000",
    })
    void saysWhyThereIsNoAnswer(Kind kind, CallStatus status, @Nullable RefusalReason reason, long costNanos)
            throws Exception {
        // given
        edge().upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Failure(kind, "Server crm is away.", 1_500));
        // when
        HttpResponse<String> response = call("crm__find");
        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"id\":1,\"error\":{\"code\":-32603,\"message\":\"Server crm is away.\"}");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(status);
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.cost().nanos()).isEqualTo(costNanos);
    }

    @Test
    void everyKindOfFailureIsTried() {
        assertThat(Kind.values()).hasSize(6);
    }

    @Test
    void handsAToolsAndAnUpstreamsOwnErrorsOn() throws Exception {
        edge().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"isError\":true}"), true, null));
        assertThat(call("crm__find").body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true}}");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.TOOL_ERROR);

        edge().upstream = (_, listener) -> listener.reply(
                new UpstreamReply.Error(EdgeServer.json("{\"code\":-7,\"message\":\"m\",\"data\":1.0}")));
        assertThat(call("crm__find").body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-7,\"message\":\"m\",\"data\":1.0}}");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.UPSTREAM_ERROR);

        edge().upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("[1]"), false, null));
        assertThat(call("crm__find").body()).contains("Server crm answered with a result that is no object.");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.UPSTREAM_ERROR);
    }

    @Test
    void whatIsHiddenAndWhatDoesNotExistAreAnsweredAlike() throws Exception {
        // given
        tenant.tool(tenant.server("erp", URI.create("http://127.0.0.1:1/mcp")), "pay");
        edge().snapshots.publish(tenant);
        // when
        HttpResponse<String> hidden = call("erp__pay");
        HttpResponse<String> absent = call("erp__foo");
        // then
        assertThat(hidden.body().replace("pay", "foo")).isEqualTo(absent.body());
        assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(absent.headers().map().keySet());
        EventDraft first = edge().nextEvent();
        EventDraft second = edge().nextEvent();
        assertThat(first.reason()).isEqualTo(RefusalReason.UNKNOWN_TOOL);
        assertThat(first.toolName()).isEqualTo("erp__pay");
        assertThat(first.server()).isEqualTo(second.server()).isNull();
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void streamsWhatIsSaidBeforeTheAnswer() throws Exception {
        // given
        edge().upstream = (_, listener) -> {
            listener.notification(EdgeServer.json("{\"method\":\"notifications/progress\",\n \"params\":{}}"));
            listener.reply(new UpstreamReply.Result(EdgeServer.json("{\r\n}"), false, null));
        };
        // when
        HttpResponse<String> stream = call("crm__find");
        HttpResponse<String> plain =
                edge().send(edge().post(key.text(), body("crm__find")).setHeader("Accept", "application/json"));
        HttpResponse<String> onlyStream =
                edge().send(edge().post(key.text(), body("crm__find")).setHeader("Accept", "text/event-stream"));
        // then
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(stream.headers().firstValue("Tollgate-Call-Id"))
                .hasValue(edge().nextEvent().callId().toString());
        assertThat(stream.body())
                .isEqualTo("event: message\ndata: {\"method\":\"notifications/progress\",  \"params\":{}}\n\n"
                        + "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{  }}\n\n");
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(plain.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\r\n}}");
        assertThat(onlyStream.body()).isEqualTo(stream.body());
    }

    @Test
    void takesTheCallBackWhenTheAgentGoesAway() throws Exception {
        // given
        edge().upstream = (_, _) -> {};
        // when
        try (Socket socket = rawCall()) {
            await(() -> !edge().calls.isEmpty());
            socket.shutdownOutput();
        }
        // then
        assertThat(edge().cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("find");
        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(event.cost().nanos()).isEqualTo(10_000_000);
    }

    @Test
    void forwardsNothingThatItCouldNotRecord() throws Exception {
        edge().room = false;

        HttpResponse<String> response = call("crm__find");

        assertThat(response.body()).contains("cannot record calls at the moment");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(edge().calls).isEmpty();
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.UNRECORDABLE);
        assertThat(edge().counted).contains("bound/event-spool");
    }

    @Test
    void withholdsAResultThatItCouldNotRecord() throws Exception {
        edge().recording = false;

        assertThat(call("crm__find").body()).contains("could not record it and withholds its result");
    }

    @Test
    void boundsTheCallsOfOneKey() throws Exception {
        // given
        edge().upstream = (_, _) -> {};
        String one = body("crm__find");
        String batch = "[" + String.join(",", java.util.Collections.nCopies(Bounds.BATCH_MESSAGES_MAX, one)) + "]";
        int batches = Bounds.CALLS_PER_KEY_MAX / Bounds.BATCH_MESSAGES_MAX + 1;
        try (Sockets sockets = new Sockets()) {
            for (int i = 0; i < batches; i++) {
                sockets.send(edge().port(), key.text(), batch);
            }
            await(() -> edge().calls.size() == Bounds.CALLS_PER_KEY_MAX);
            // when
            HttpResponse<String> response = call("crm__find");
            // then
            assertThat(response.body()).contains("has 256 calls under way");
            assertThat(edge().counted).contains("bound/calls-per-key");
        }
        // and when all of them have been abandoned
        await(() -> edge().cancelled.size() == Bounds.CALLS_PER_KEY_MAX);
        edge().upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
        // then there is room again
        assertThat(call("crm__find").body()).contains("\"result\"");
    }

    /** Repeated, because a connection that is reset while the caller still sends loses the answer only now and then. */
    @RepeatedTest(10)
    void refusesABodyBeyondItsBound() throws Exception {
        HttpResponse<String> response =
                edge().send(edge().post(key.text(), " ".repeat(Bounds.BODY_BYTES_MAX) + body("crm__find")));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.OVERLOADED);
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void takesABodyThatArrivesInPieces() throws Exception {
        String body = " ".repeat(300_000) + body("crm__find");

        assertThat(edge().send(edge().post(key.text(), body)).body()).contains("\"result\"");
    }

    @Test
    void refusesNestingBeyondItsBound() throws Exception {
        String deep = "[".repeat(100_000);

        HttpResponse<String> response = edge().send(edge().post(
                        key.text(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + deep));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("nested deeper than 64");
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"WRONG_SECRET", "KEY_REVOKED"})
    void recordsAKeyThatIsRefused(RefusalReason reason) throws Exception {
        // given
        IssuedKey other = tenant.key();
        String presented = key.text();
        if (reason == RefusalReason.KEY_REVOKED) {
            tenant.revoke(key);
            edge().snapshots.publish(tenant);
        } else {
            tenant.put(new dev.tollgate.model.config.VirtualKeyConfig(
                    tenant.id,
                    key.config().id(),
                    tenant.environment,
                    "k",
                    other.config().credentials(),
                    key.config().grants(),
                    key.config().groups(),
                    tenant.service,
                    null,
                    List.of(),
                    ContentLogging.AS_ENVIRONMENT,
                    false,
                    null));
            edge().snapshots.publish(tenant);
        }
        // when
        HttpResponse<String> response = edge().send(edge().post(presented, body("crm__find")));
        // then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer resource_metadata="));
        EventDraft event = edge().nextEvent();
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.method()).isEqualTo("POST /mcp");
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void answersEvenIfItFails() throws Exception {
        edge().upstream = (_, _) -> {
            throw new IllegalStateException("a bug");
        };

        HttpResponse<String> response = call("crm__find");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("-32603").doesNotContain("a bug");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.UPSTREAM_ERROR);
        assertThat(edge().events).isEmpty();
    }

    @Test
    void answersOtherMethodsWith405() throws Exception {
        for (String method : new String[] {"GET", "PUT"}) {
            HttpResponse<String> response = edge().send(edge().post(key.text(), "")
                    .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(405);
            // To a session, and to no other, GET opens a stream.
            assertThat(response.headers().firstValue("Allow"))
                    .hasValue(method.equals("GET") ? "POST" : "DELETE, GET, POST");
        }
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private HttpResponse<String> call(String name) throws IOException, InterruptedException {
        return edge().send(edge().post(key.text(), body(name)));
    }

    private static String body(String name) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                + "\",\"arguments\":{}}}";
    }

    private Socket rawCall() throws IOException {
        Socket socket = new Socket("127.0.0.1", edge().port());
        Sockets.write(socket, key.text(), body("crm__find"));
        return socket;
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static final class Sockets implements AutoCloseable {
        private final java.util.List<Socket> open = new java.util.ArrayList<>();

        void send(int port, String key, String body) throws IOException {
            Socket socket = new Socket("127.0.0.1", port);
            open.add(socket);
            write(socket, key, body);
        }

        static void write(Socket socket, String key, String body) throws IOException {
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
