package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SseUpstreamsTest {
    private final Vertx vertx = Vertx.vertx();
    private final SseUpstreams upstreams = new SseUpstreams(vertx, new SystemResolver(vertx), true, server -> {});
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final SseStub stub = new SseStub(vertx);
    private final ServerConfig server = TestCaller.server(new Transport.Sse(stub.url()));

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void calls_share_one_connection_and_each_gets_its_own_answer_byte_for_byte() {
        stub.onCall = (stream, id) -> SseStub.answer(stream, id, "{ \"n\":1.10,\"id\":" + id + " }");
        List<TestCaller.Running> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(caller.start(server, TestCaller.toolCall("{\"i\":" + i + "}")));
        }

        List<String> results = calls.stream()
                .map(call -> ((UpstreamReply.Result) call.reply()).result().toString())
                .toList();

        assertThat(results)
                .doesNotHaveDuplicates()
                .allSatisfy(result -> assertThat(result).startsWith("{ \"n\":1.10,"));
        assertThat(stub.streams).hasSize(1);
        assertThat(stub.posted.get(0)).contains("\"initialize\"");
        assertThat(stub.posted.get(1)).contains("notifications/initialized");
        assertThat(upstreams.identity(server)).hasValueSatisfying(identity -> {
            assertThat(identity.name()).isEqualTo("old");
            assertThat(identity.protocolVersion()).isEqualTo("2024-11-05");
            assertThat(identity.capabilities().tools()).isTrue();
        });
    }

    @Test
    void headers_that_it_is_given_go_with_the_post_of_their_call_alone() {
        caller.result(
                server,
                TestCaller.handing(
                        Map.of("x-shop", "north"), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "{}"));
        caller.result(server, TestCaller.toolCall("{}"));

        assertThat(stub.headers.stream().map(headers -> headers.get("x-shop")))
                .containsExactly(null, null, "north", null);
        assertThat(stub.posted("tools/call").getFirst())
                .contains("\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"");
    }

    @Test
    void a_call_under_way_ends_on_the_old_connection_when_the_server_moves_or_is_not_wanted() {
        List<Runnable> answers = new CopyOnWriteArrayList<>();
        stub.onCall = (stream, id) -> answers.add(() -> SseStub.answer(stream, id, "{\"from\":1}"));
        TestCaller.Running before = caller.start(server, TestCaller.toolCall("{}"));
        TestCaller.await(() -> answers.size() == 1);

        upstreams.closeUnless(open -> false);
        answers.getFirst().run();

        assertThat(before.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(upstreams.openUpstreams()).isZero();
    }

    @Test
    void an_endpoint_at_another_origin_is_not_posted_to() {
        stub.endpoint = "http://127.0.0.1:1/message?s=SESSION";

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.UNREACHABLE);

        assertThat(stub.posted).isEmpty();
    }

    @Test
    void an_address_that_is_not_allowed_is_not_dialled() {
        try (SseUpstreams strict = new SseUpstreams(vertx, new SystemResolver(vertx), false, changed -> {})) {
            UpstreamReply.Failure failure = new TestCaller(vertx, strict).failure(server, TestCaller.toolCall("{}"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.message()).contains("has an address that is not allowed");
            assertThat(stub.streams).isEmpty();
        }
    }

    @Test
    void says_how_far_it_came() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        assertThat(stage("http://10.1.2.3/sse")).isEqualTo(UpstreamReply.Stage.ADDRESS);
        assertThat(stage("http://no-such-host.invalid/sse")).isEqualTo(UpstreamReply.Stage.RESOLVE);
        assertThat(stage("http://127.0.0.1:" + closed + "/sse")).isEqualTo(UpstreamReply.Stage.CONNECT);
        assertThat(stage("https://127.0.0.1:" + stub.url().getPort() + "/sse")).isEqualTo(UpstreamReply.Stage.TLS);
    }

    private UpstreamReply.Stage stage(String url) {
        ServerConfig there = TestCaller.server(new Transport.Sse(URI.create(url)));
        return ((UpstreamReply.Failure)
                        caller.start(there, TestCaller.toolCall("{}")).reply())
                .stage();
    }

    @Test
    void a_connection_that_ends_breaks_its_calls_and_is_opened_again() {
        stub.onCall = (stream, id) -> stream.end();
        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);
        stub.onCall = (stream, id) -> SseStub.answer(stream, id, "{\"again\":1}");

        AtomicReference<UpstreamReply> reply = new AtomicReference<>();
        TestCaller.await(() -> {
            reply.set(caller.reply(server, TestCaller.toolCall("{}")));
            return reply.get() instanceof UpstreamReply.Result;
        });

        assertThat(stub.streams).hasSize(2);
    }

    @Test
    void a_message_that_is_refused_fails_its_call_alone() {
        stub.onCall = (stream, id) -> {};
        TestCaller.Running other = caller.start(server, TestCaller.toolCall("{}"));
        TestCaller.await(() -> stub.posted("tools/call").size() == 1);
        stub.postStatus = 413;

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);

        assertThat(other.replies).isEmpty();
        assertThat(stub.streams).hasSize(1);
    }

    @Test
    void a_call_without_answer_ends_in_time_and_the_upstream_is_told() {
        stub.onCall = (stream, id) -> {};

        assertThat(caller.failure(server, TestCaller.toolCall("{}", null, 500)).kind())
                .isEqualTo(Kind.TIMEOUT);

        TestCaller.await(() -> stub.posted("notifications/cancelled").size() == 1);
    }

    @Test
    void what_the_upstream_asks_is_asked_of_the_only_calls_client() {
        stub.onCall = (stream, id) -> {
            stream.write("data: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"roots/list\"}\n\n");
            vertx.setPeriodic(5, timer -> {
                if (stub.posted.stream().anyMatch(one -> one.contains("\"roots\":[]"))) {
                    vertx.cancelTimer(timer);
                    SseStub.answer(stream, id, "{}");
                }
            });
        };
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(ClientAbilities.ALL, 30_000));
        UpstreamRequest asked = running.request(1);

        running.run(() -> asked.result(Buffer.buffer("{\"roots\":[]}")));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(asked.method()).isEqualTo("roots/list");
        assertThat(stub.posted.getFirst()).contains("\"roots\":{}");
        assertThat(stub.posted.getLast()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{\"roots\":[]}}");
    }

    @Test
    void agents_of_other_abilities_have_a_connection_of_their_own() {
        caller.result(server, TestCaller.toolCall("{}"));
        caller.result(server, TestCaller.ableCall(ClientAbilities.ALL, 30_000));

        assertThat(stub.streams).hasSize(2);
        assertThat(stub.posted("initialize").getFirst()).contains("\"capabilities\":{},");
    }

    @Test
    void who_listens_hears_of_changes_and_of_losses() {
        TestEar ear = new TestEar(vertx, upstreams, server, new Wanted(true, false, false, Set.of("r://a")));
        ear.awaitListening(1);
        TestCaller.await(() -> stub.posted("resources/subscribe").size() == 1);

        stub.streams
                .getFirst()
                .write("data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n\n");
        TestCaller.await(() -> ear.heard.size() == 1);
        stub.streams.getFirst().end();

        ear.awaitListening(2);
        assertThat(ear.lost).containsExactly("broke off: it ended its stream");
        TestCaller.await(() -> stub.posted("resources/subscribe").size() == 2);
    }
}
