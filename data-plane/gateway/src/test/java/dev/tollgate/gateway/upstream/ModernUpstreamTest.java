package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams that speak the revision without sessions only. */
class ModernUpstreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed -> {});
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    ModernUpstreamTest() {
        stub.onInitialize = initialize -> initialize.status(
                404,
                "{\"jsonrpc\":\"2.0\",\"id\":" + initialize.id() + ",\"error\":{\"code\":-32601,\"message\":\"no\"}}");
        stub.onDiscover =
                discover -> discover.result("{\"resultType\":\"complete\",\"supportedVersions\":[\"2027-01-01\","
                        + "\"2026-07-28\"],\"capabilities\":{},\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                        + "{\"name\":\"new\",\"version\":\"9\"}}}");
        stub.onCall = call -> call.result("{\"resultType\":\"complete\",\"content\":[]}");
    }

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void it_is_discovered_and_told_in_each_call_who_speaks() {
        caller.result(server, TestCaller.toolCall("{\"a\":1}"));
        caller.result(server, TestCaller.toolCall("{\"a\":2}"));

        assertThat(stub.posted("initialize")).isEmpty();
        assertThat(stub.posted("server/discover")).singleElement().satisfies(discover -> {
            assertThat(discover.header("mcp-protocol-version")).isEqualTo("2026-07-28");
            assertThat(discover.header("mcp-method")).isEqualTo("server/discover");
            assertThat(discover.text()).contains("\"io.modelcontextprotocol/clientInfo\":");
        });
        assertThat(stub.posted("tools/call")).hasSize(2).allSatisfy(call -> {
            assertThat(call.header("mcp-protocol-version")).isEqualTo("2026-07-28");
            assertThat(call.header("mcp-method")).isEqualTo("tools/call");
            assertThat(call.header("mcp-name")).isEqualTo("echo");
            assertThat(call.request().getHeader("mcp-session-id")).isNull();
            assertThat(call.text())
                    .contains("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"")
                    .contains("\"io.modelcontextprotocol/clientCapabilities\":{}");
        });
        assertThat(upstreams.identity(server)).hasValueSatisfying(identity -> {
            assertThat(identity.name()).isEqualTo("new");
            assertThat(identity.version()).isEqualTo("9");
            assertThat(identity.protocolVersion()).isEqualTo("2026-07-28");
        });
    }

    @Test
    void headers_that_it_is_given_and_the_trace_go_up_with_the_call_and_with_nothing_else() {
        caller.result(
                server,
                TestCaller.handing(
                        Map.of("x-shop", "north"),
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        "{\"vendor/x\":[1.50]}"));

        assertThat(stub.posted).allSatisfy(posted -> {
            boolean isCall = posted.method().equals("tools/call");
            assertThat(posted.request().headers().contains("x-shop")).isEqualTo(isCall);
            assertThat(posted.request().headers().contains("traceparent")).isEqualTo(isCall);
        });
        assertThat(stub.posted("tools/call")).singleElement().satisfies(call -> {
            assertThat(call.header("x-shop")).isEqualTo("north");
            assertThat(call.header("traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            assertThat(call.text()).contains("\"vendor/x\":[1.50]");
        });
    }

    @Test
    void arguments_that_its_schema_wants_repeated_are_said_in_headers() {
        caller.result(
                server, repeating(Map.of("Mcp-Param-Region", "eu", "Mcp-Param-Town", "Łódź", "Mcp-Param-Rows", "7")));

        StubUpstream.Posted call = stub.posted("tools/call").getFirst();
        assertThat(call.header("mcp-param-region")).isEqualTo("eu");
        assertThat(call.header("mcp-param-town")).isEqualTo("=?base64?xYHDs2TFug==?=");
        assertThat(call.header("mcp-param-rows")).isEqualTo("7");
    }

    @Test
    void arguments_that_no_header_can_hold_are_not_sent_at_all() {
        String much = "x".repeat(HttpTarget.PARAM_HEADER_CHARS_MAX);

        assertThat(caller.reply(server, repeating(Map.of("Mcp-Param-Region", much))))
                .isInstanceOfSatisfying(UpstreamReply.Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(UpstreamReply.Kind.UNAVAILABLE);
                    assertThat(failure.message()).contains("repeated in headers");
                });
        assertThat(stub.posted("tools/call")).isEmpty();
    }

    @Test
    void a_server_of_the_legacy_era_hears_nothing_of_them() {
        stub.onDiscover = discover -> discover.status(404, "");
        stub.onInitialize = stub::begin;
        stub.onOther = other -> other.request().response().setStatusCode(202).end();

        caller.result(server, repeating(Map.of("Mcp-Param-Region", "eu")));

        assertThat(stub.posted("tools/call").getFirst().request().getHeader("mcp-param-region"))
                .isNull();
    }

    private static UpstreamCall repeating(Map<String, String> paramHeaders) {
        UpstreamCall plain = TestCaller.toolCall("{}");
        return new UpstreamCall(
                plain.method(),
                plain.name(),
                plain.params(),
                plain.meta(),
                plain.timeoutMillis(),
                plain.traceparent(),
                paramHeaders);
    }

    @Test
    void what_the_agent_says_of_itself_stays_below_and_the_rest_goes_up() {
        UpstreamCall call = TestCaller.toolCall(
                "{}",
                "{\"io.modelcontextprotocol/clientCapabilities\":{\"sampling\":{}},\"vendor/x\":[1],"
                        + "\"io.modelcontextprotocol/protocolVersion\":\"1\"}",
                30_000);

        caller.result(server, call);

        assertThat(stub.posted("tools/call").getFirst().text())
                .contains("\"vendor/x\":[1]")
                .doesNotContain("sampling")
                .doesNotContain("\"1\"");
    }

    @Test
    void a_cancelled_call_is_a_closed_stream_and_no_message() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        stub.onCall = call -> {
            HttpServerResponse response = call.request().response().setChunked(true);
            response.putHeader("content-type", "text/event-stream").write(": here\n\n");
            call.request().connection().closeHandler(nothing -> closed.complete(true));
            arrived.complete(true);
        };
        TestCaller.Running running = caller.start(server, TestCaller.toolCall("{}"));
        arrived.get(30, TimeUnit.SECONDS);

        running.cancel();

        assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.replies).isEmpty();
        assertThat(stub.posted("notifications/cancelled")).isEmpty();
    }

    @Test
    void its_errors_are_passed_on_with_the_status_that_the_revision_gives_them() {
        stub.onCall = call -> call.status(
                400, "{\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"error\":{\"code\":-32602,\"message\":\"no\"}}");

        assertThat(caller.reply(server, TestCaller.toolCall("{}")))
                .isEqualTo(new UpstreamReply.Error(Buffer.buffer("{\"code\":-32602,\"message\":\"no\"}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 400, 404, 405, 500})
    void however_an_upstream_of_the_era_before_refuses_discovery_its_session_is_begun(int status) {
        try (StubUpstream legacy = new StubUpstream(vertx)) {
            legacy.onDiscover = discover -> discover.status(
                    status,
                    "{\"jsonrpc\":\"2.0\",\"id\":" + discover.id()
                            + ",\"error\":{\"code\":-32601,\"message\":\"no\"}}");
            ServerConfig old = TestCaller.server(legacy.url());

            assertThat(caller.result(old, TestCaller.toolCall("{}"))).contains("content");
            legacy.sessions.clear();
            assertThat(caller.result(old, TestCaller.toolCall("{}"))).contains("content");

            assertThat(legacy.posted("server/discover"))
                    .as("an upstream that is known to be of the era before is not asked again")
                    .hasSize(1);
            assertThat(legacy.posted("initialize")).hasSize(2);
        }
    }

    @Test
    void an_upstream_that_is_mute_to_what_it_does_not_know_is_begun_with_in_time() {
        try (StubUpstream legacy = new StubUpstream(vertx)) {
            legacy.onDiscover = discover -> {};

            assertThat(caller.result(TestCaller.server(legacy.url()), TestCaller.toolCall("{}")))
                    .contains("content");
        }
    }

    @Test
    void one_that_names_its_revisions_in_a_refusal_is_asked_once_more() {
        StubUpstream.Handler discovers = stub.onDiscover;
        stub.onDiscover = discover -> {
            stub.onDiscover = discovers;
            discover.status(
                    400,
                    "{\"jsonrpc\":\"2.0\",\"id\":" + discover.id() + ",\"error\":{\"code\":-32022,\"message\":\"no\","
                            + "\"data\":{\"supported\":[\"2026-07-28\"]}}}");
        };

        assertThat(caller.result(server, TestCaller.toolCall("{}"))).contains("complete");

        assertThat(stub.posted("server/discover")).hasSize(2);
        assertThat(stub.posted("initialize")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "echo,echo",
        "with space,with space",
        "zażółć,=?base64?emHFvMOzxYLEhw==?=",
        "' x',=?base64?IHg=?=",
        "=?x,=?base64?PT94?="
    })
    void a_name_that_no_header_may_hold_is_said_in_base64(String name, String header) {
        assertThat(HttpTarget.headerValue(name)).isEqualTo(header);
    }
}
