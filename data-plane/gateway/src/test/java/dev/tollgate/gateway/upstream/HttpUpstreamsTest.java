package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpUpstreamsTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<ServerConfig> changed = new CopyOnWriteArrayList<>();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed::add);
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_session_is_begun_once_and_shared_by_all_calls() {
        List<TestCaller.Running> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(caller.start(server, TestCaller.toolCall("{\"i\":" + i + "}")));
        }
        calls.forEach(TestCaller.Running::reply);

        assertThat(stub.sessionsBegun).hasValue(1);
        assertThat(stub.posted("notifications/initialized")).hasSize(1);
        assertThat(stub.posted("tools/call")).hasSize(40).allSatisfy(call -> {
            assertThat(stub.sessions).containsKey(call.header("mcp-session-id"));
            assertThat(call.header("mcp-protocol-version")).isEqualTo("2025-06-18");
        });
        assertThat(stub.posted("tools/call").stream().map(StubUpstream.Posted::id))
                .doesNotHaveDuplicates();
        assertThat(upstreams.identity(server))
                .contains(new UpstreamIdentity(
                        "stub",
                        "1.2",
                        "2025-06-18",
                        new UpstreamCapabilities(true, false, false, false, false, false)));
    }

    @Test
    void params_go_up_and_results_come_down_byte_for_byte() {
        String odd = "{ \"n\":123456789012345678901234567890.10,\"x\":\"\\u00e9é\",\"x2\":[1 ,2] }";
        stub.onCall = call -> call.result(odd);

        String result = caller.result(server, TestCaller.toolCall(odd));

        assertThat(result).isEqualTo(odd);
        assertThat(stub.posted("tools/call").getFirst().text()).endsWith("\"arguments\":" + odd + "}}");
    }

    @Test
    void what_a_result_says_of_itself_is_told() {
        stub.onCall = call -> call.result("{\"isError\":true,\"resultType\":\"complete\",\"content\":[]}");

        UpstreamReply reply = caller.reply(server, TestCaller.toolCall("{}"));

        assertThat(reply).isInstanceOfSatisfying(UpstreamReply.Result.class, result -> {
            assertThat(result.isError()).isTrue();
            assertThat(result.resultType()).isEqualTo("complete");
        });
    }

    @Test
    void an_error_of_the_upstream_is_passed_on_whatever_its_status() {
        for (int status : new int[] {200, 400, 404, 500}) {
            stub.onCall = call -> call.status(
                    status,
                    "{\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"error\":{\"code\":-32602,\"message\":\"no\"}}");

            assertThat(caller.reply(server, TestCaller.toolCall("{}")))
                    .as("status %d", status)
                    .isEqualTo(new UpstreamReply.Error(Buffer.buffer("{\"code\":-32602,\"message\":\"no\"}")));
        }
        assertThat(stub.sessionsBegun).hasValue(1);
    }

    @Test
    void an_expired_session_is_begun_anew_and_the_call_made_once() {
        caller.result(server, TestCaller.toolCall("{}"));
        stub.sessions.clear();

        List<TestCaller.Running> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(caller.start(server, TestCaller.toolCall("{\"second\":true}")));
        }

        assertThat(calls).allSatisfy(call -> assertThat(call.reply()).isInstanceOf(UpstreamReply.Result.class));
        assertThat(stub.sessionsBegun).hasValue(2);
    }

    @Test
    void an_upstream_that_forgets_every_session_is_not_asked_for_ever() {
        stub.onCall = call -> call.status(404, "");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).message()).contains("crm", "404");
        assertThat(stub.posted("tools/call")).hasSize(2);
    }

    @Test
    void a_call_that_takes_too_long_fails_in_time_and_is_taken_back() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        stub.onCall = call -> call.request().connection().closeHandler(nothing -> closed.complete(true));

        UpstreamReply.Failure failure = caller.failure(server, TestCaller.toolCall("{}", null, 300));

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.message()).contains("crm");
        assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
        TestCaller.await(() -> !stub.posted("notifications/cancelled").isEmpty());
        assertThat(stub.posted("notifications/cancelled").getFirst().text())
                .contains(
                        "\"requestId\":" + stub.posted("tools/call").getFirst().id());
    }

    @Test
    void a_cancelled_call_says_nothing_more_and_the_upstream_hears_of_it() {
        CompletableFuture<StubUpstream.Posted> arrived = new CompletableFuture<>();
        stub.onCall = arrived::complete;
        TestCaller.Running running = caller.start(server, TestCaller.toolCall("{}"));
        arrived.join();

        running.cancel();

        TestCaller.await(() -> !stub.posted("notifications/cancelled").isEmpty());
        assertThat(running.replies).isEmpty();
    }

    @Test
    void an_upstream_that_hangs_at_initialize_costs_a_call_no_more_than_its_time() {
        stub.onInitialize = initialize -> {};

        assertThat(caller.failure(server, TestCaller.toolCall("{}", null, 300)).kind())
                .isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void a_dead_upstream_is_named_and_after_some_failures_not_tried() {
        stub.close();

        List<UpstreamReply.Failure> failures = new ArrayList<>();
        for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN + 1; i++) {
            failures.add(caller.failure(server, TestCaller.toolCall("{}")));
        }

        assertThat(failures.getFirst().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failures.getFirst().stage()).isEqualTo(Stage.CONNECT);
        assertThat(failures.getFirst().message()).isEqualTo("The server crm cannot be reached.");
        assertThat(failures.getLast().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failures.getLast().retryAfterMillis()).isPositive();
    }

    @Test
    void a_changed_url_is_used_at_once_and_the_old_connections_are_closed() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        stub.onCall = call -> {
            call.request().connection().closeHandler(nothing -> closed.complete(true));
            call.result("{\"from\":1}");
        };
        assertThat(caller.result(server, TestCaller.toolCall("{}"))).isEqualTo("{\"from\":1}");

        try (StubUpstream other = new StubUpstream(vertx)) {
            other.onCall = call -> call.result("{\"from\":2}");
            ServerConfig moved = TestCaller.moved(server, other.url());

            assertThat(caller.result(moved, TestCaller.toolCall("{}"))).isEqualTo("{\"from\":2}");
            assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(upstreams.openUpstreams()).isOne();
        }
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
    void a_call_under_way_ends_on_the_old_connection_while_new_ones_go_to_the_new_url() {
        List<StubUpstream.Posted> held = new CopyOnWriteArrayList<>();
        stub.onCall = held::add;
        TestCaller.Running before = caller.start(server, TestCaller.toolCall("{}"));
        TestCaller.await(() -> held.size() == 1);

        try (StubUpstream other = new StubUpstream(vertx)) {
            other.onCall = call -> call.result("{\"from\":2}");
            ServerConfig moved = TestCaller.moved(server, other.url());
            assertThat(caller.result(moved, TestCaller.toolCall("{}"))).isEqualTo("{\"from\":2}");
            upstreams.closeUnless(open -> open.transport().equals(moved.transport()));

            held.getFirst().result("{\"from\":1}");

            assertThat(before.reply())
                    .isInstanceOfSatisfying(
                            UpstreamReply.Result.class,
                            result -> assertThat(result.result()).hasToString("{\"from\":1}"));
            assertThat(upstreams.openUpstreams()).isOne();
        }
    }

    @Test
    void what_is_open_to_a_removed_server_is_closed() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        stub.onCall = call -> {
            call.request().connection().closeHandler(nothing -> closed.complete(true));
            call.result("{}");
        };
        caller.result(server, TestCaller.toolCall("{}"));

        upstreams.closeUnless(open -> false);

        assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(upstreams.openUpstreams()).isZero();
    }

    @Test
    void calls_that_wait_for_their_answers_hold_up_no_others() {
        List<StubUpstream.Posted> held = new CopyOnWriteArrayList<>();
        stub.onCall = held::add;
        List<TestCaller.Running> calls = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            calls.add(caller.start(server, TestCaller.toolCall("{\"i\":" + i + "}")));
        }

        TestCaller.await(() -> held.size() == 80);

        held.forEach(call -> call.result("{}"));
        assertThat(calls).allSatisfy(call -> assertThat(call.reply()).isInstanceOf(UpstreamReply.Result.class));
    }

    @Test
    void connections_are_used_again() {
        for (int i = 0; i < 20; i++) {
            caller.result(server, TestCaller.toolCall("{}"));
        }

        int loops = 2 * Runtime.getRuntime().availableProcessors();
        assertThat(stub.connections.get()).isLessThanOrEqualTo(loops + 1);
    }
}
