package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams that do what they should not: a call still has one end, in time, and the next call works. */
class HostileUpstreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed -> {});
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void theNextCallWorks() {
        stub.onCall = call -> call.result("{\"fine\":true}");
        assertThat(caller.result(server, TestCaller.toolCall("{}"))).isEqualTo("{\"fine\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "<html>hello</html>",
                "{}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{}} trailing",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{},\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{},\"error\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":ID,\"error\":\"no\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":999999,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"ID\",\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":-1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999999999,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":ID}"
            })
    void what_is_no_answer_is_not_taken_for_one(String body) {
        stub.onCall = call -> call.json(body.replace("ID", call.id()));

        UpstreamReply.Failure failure = caller.failure(server, TestCaller.toolCall("{}"));

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure.message()).contains("crm");
        theNextCallWorks();
    }

    @Test
    void deep_nesting_is_refused() {
        stub.onCall = call -> call.result("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        theNextCallWorks();
    }

    @Test
    void a_body_without_end_is_cut_off_at_the_bound() {
        stub.onCall = call -> pour(call, response -> response.putHeader("content-type", "application/json"));

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.TOO_LARGE);
        theNextCallWorks();
    }

    @Test
    void an_event_without_end_is_cut_off_at_the_bound() {
        stub.onCall = call -> pour(
                call,
                response ->
                        response.putHeader("content-type", "text/event-stream").write("data: "));

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.TOO_LARGE);
        theNextCallWorks();
    }

    /** Writes for ever. */
    private static void pour(StubUpstream.Posted call, Consumer<HttpServerResponse> head) {
        HttpServerResponse response = call.request().response().setChunked(true);
        head.accept(response);
        Buffer piece = Buffer.buffer("x".repeat(1 << 20));
        Runnable[] more = new Runnable[1];
        more[0] = () -> response.write(piece).onSuccess(nothing -> more[0].run());
        more[0].run();
    }

    @Test
    void an_answer_that_breaks_off_in_the_middle_is_broken() {
        stub.onCall = call -> call.request()
                .response()
                .putHeader("content-length", "1000")
                .write("{\"jsonrpc\":\"2.0\",")
                .onComplete(nothing -> call.request().connection().close());

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        theNextCallWorks();
    }

    @Test
    void a_connection_that_closes_without_an_answer_is_broken_and_the_call_not_repeated() {
        stub.onCall = call -> call.request().connection().close();

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        assertThat(stub.posted("tools/call")).hasSize(1);
        theNextCallWorks();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        AtomicInteger reached = new AtomicInteger();
        try (StubUpstream metadata = new StubUpstream(vertx)) {
            metadata.onCall = call -> reached.incrementAndGet();
            stub.onCall = call -> call.request()
                    .response()
                    .setStatusCode(status)
                    .putHeader("location", metadata.url().toString())
                    .end();

            UpstreamReply.Failure failure = caller.failure(server, TestCaller.toolCall("{}"));

            assertThat(failure.message()).contains("redirect");
            assertThat(metadata.connections).hasValue(0);
        }
        theNextCallWorks();
    }

    @Test
    void a_body_that_unpacks_to_more_than_it_is_is_not_unpacked() {
        stub.onCall = call -> call.request()
                .response()
                .putHeader("content-type", "application/json")
                .putHeader("content-encoding", "gzip")
                .end("anything");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        theNextCallWorks();
    }

    @Test
    void headers_without_end_are_cut_off() {
        stub.onCall = call -> call.request()
                .response()
                .putHeader("x-long", "x".repeat(1 << 20))
                .end("{}");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        theNextCallWorks();
    }

    @Test
    void an_upstream_that_asks_instead_of_answering_is_answered_so_often_and_no_more() {
        stub.onCall = call -> {
            HttpServerResponse response = call.request()
                    .response()
                    .putHeader("content-type", "text/event-stream")
                    .setChunked(true);
            for (int i = 0; i < 1_000; i++) {
                response.write(
                        "data: {\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"sampling/createMessage\"}\n\n");
            }
            response.end("data: {\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{\"done\":true}}\n\n");
        };

        assertThat(caller.result(server, TestCaller.toolCall("{}"))).isEqualTo("{\"done\":true}");
        TestCaller.await(() -> stub.posted("null").size() == 32);
        assertThat(stub.posted("null"))
                .allSatisfy(answer -> assertThat(answer.text()).contains("-32601"));
    }

    @Test
    void a_stream_that_goes_on_after_its_answer_is_cut_off() {
        stub.onCall = call -> {
            HttpServerResponse response = call.request()
                    .response()
                    .putHeader("content-type", "text/event-stream")
                    .setChunked(true);
            response.write("data: {\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{}}\n\n");
            call.request().connection().closeHandler(nothing -> stub.connections.addAndGet(1_000));
        };

        assertThat(caller.result(server, TestCaller.toolCall("{}"))).isEqualTo("{}");
        TestCaller.await(() -> stub.connections.get() > 1_000);
        theNextCallWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"protocolVersion\":\"1999-01-01\"}",
                "{\"protocolVersion\":5}",
                "{}",
                "[]",
                "{\"protocolVersion\":\"2025-06-18\",\"serverInfo\":[]}"
            })
    void who_begins_no_session_that_we_know_is_not_called(String result) {
        stub.onInitialize = initialize -> initialize.result(result);
        stub.onOther = other -> other.status(404, "");

        UpstreamReply.Failure failure = caller.failure(server, TestCaller.toolCall("{}"));

        assertThat(failure.stage()).isEqualTo(Stage.INITIALIZE);
        assertThat(stub.posted("tools/call")).isEmpty();
    }

    @Test
    void a_session_id_cannot_bring_a_header_of_its_own() {
        stub.onInitialize = initialize -> {
            initialize.request().response().putHeader("mcp-session-id", "a b");
            initialize.result("{\"protocolVersion\":\"2025-06-18\"}");
        };

        UpstreamReply reply = caller.reply(server, TestCaller.toolCall("{}"));

        assertThat(reply).isNotNull();
    }

    @Test
    void a_name_that_leads_inside_is_not_dialled_though_it_led_outside_when_saved() {
        AddressGate.Resolver rebinding =
                host -> Future.succeededFuture(List.of(InetAddress.ofLiteral("169.254.169.254")));
        try (HttpUpstreams strict = new HttpUpstreams(vertx, rebinding, true, changed -> {})) {
            TestCaller strictCaller = new TestCaller(vertx, strict);
            ServerConfig named = TestCaller.server(URI.create("http://tools.example:" + stub.port() + "/mcp"));

            UpstreamReply.Failure failure = strictCaller.failure(named, TestCaller.toolCall("{}"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.stage()).isEqualTo(Stage.ADDRESS);
            assertThat(failure.message()).isEqualTo("The server crm has an address that is not allowed.");
        }
    }

    @Test
    void the_host_of_the_url_is_named_at_the_address_that_passed() {
        AddressGate.Resolver resolver = host -> Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1")));
        try (HttpUpstreams named = new HttpUpstreams(vertx, resolver, true, changed -> {})) {
            ServerConfig tools = TestCaller.server(URI.create("http://tools.example:" + stub.port() + "/mcp"));

            new TestCaller(vertx, named).result(tools, TestCaller.toolCall("{}"));

            assertThat(stub.posted("tools/call").getFirst().header("host")).isEqualTo("tools.example:" + stub.port());
        }
    }

    @Test
    void an_answer_as_events_reads_the_same_at_every_cut() {
        String event =
                "event: message\r\nid: 1\r\ndata: {\"jsonrpc\":\"2.0\",\r\ndata: \"id\":ID,\"result\":{\"é\":1}}\r\n\r\n";
        int length = event.replace("ID", "12").getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 1; cut < length; cut += 3) {
            int at = cut;
            stub.onCall = call -> {
                byte[] bytes = event.replace("ID", call.id()).getBytes(StandardCharsets.UTF_8);
                HttpServerResponse response = call.request()
                        .response()
                        .putHeader("content-type", "text/event-stream; charset=utf-8")
                        .setChunked(true);
                response.write(Buffer.buffer().appendBytes(bytes, 0, Math.min(at, bytes.length)))
                        .onComplete(nothing -> vertx.setTimer(
                                1,
                                timer -> response.end(Buffer.buffer()
                                        .appendBytes(
                                                bytes, Math.min(at, bytes.length), Math.max(0, bytes.length - at)))));
            };

            assertThat(caller.result(server, TestCaller.toolCall("{}")))
                    .as("cut at %d", cut)
                    .isEqualTo("{\"é\":1}");
        }
    }

    @Test
    void notifications_are_relayed_with_the_agents_own_token_and_before_the_answer() {
        stub.onCall = call -> {
            HttpServerResponse response = call.request()
                    .response()
                    .putHeader("content-type", "text/event-stream")
                    .setChunked(true);
            response.write(
                    "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progress\":1,"
                            + "\"progressToken\":" + call.id() + "}}\n\n");
            response.write(
                    "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"data\":1}}\n\n");
            response.end("data: {\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{}}\n\n");
        };

        TestCaller.Running running =
                caller.start(server, TestCaller.toolCall("{}", "{\"progressToken\":\"mine\",\"v\":1}", 30_000));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(running.notifications)
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progress\":1,"
                                + "\"progressToken\":\"mine\"}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"data\":1}}");
        assertThat(stub.posted("tools/call").getFirst().text()).contains("\"v\":1");
    }
}
