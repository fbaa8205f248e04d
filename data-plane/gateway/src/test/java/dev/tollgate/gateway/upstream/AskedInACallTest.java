package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an upstream of the legacy era asks on the stream of a call, and what it hears. */
class AskedInACallTest {
    private static final ClientAbilities FORM = new ClientAbilities(true, false, false, false, false);
    private static final String ELICIT = "{\"jsonrpc\":\"2.0\",\"id\":\"q-1\",\"method\":\"elicitation/create\","
            + "\"params\":{ \"message\":\"Who?\",\"n\":1.10 }}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, server -> {});
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());
    private final List<HttpServerResponse> streams = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The stub asks this in each call and ends the call when it has an answer to the first thing. */
    private void asks(String... messages) {
        stub.onCall = call -> {
            HttpServerResponse stream = call.stream();
            streams.add(stream);
            for (String message : messages) {
                stream.write(StubUpstream.event(message));
            }
            stub.onOther = answer -> {
                answer.request().response().setStatusCode(202).end();
                if (answer.method().equals("null") && !stream.ended()) {
                    stream.end(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{}}"));
                }
            };
        };
    }

    @Test
    void what_the_agents_client_can_do_is_asked_of_it_and_its_answer_goes_back_byte_for_byte() {
        asks(ELICIT);
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        UpstreamRequest asked = running.request(1);

        running.run(() -> asked.result(Buffer.buffer("{ \"action\":\"accept\",\"content\":{\"n\":1.10} }")));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(asked.method()).isEqualTo("elicitation/create");
        assertThat(asked.params()).hasToString("{ \"message\":\"Who?\",\"n\":1.10 }");
        assertThat(stub.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.text())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"q-1\",\"result\":"
                            + "{ \"action\":\"accept\",\"content\":{\"n\":1.10} }}");
            assertThat(answer.header("mcp-session-id"))
                    .isEqualTo(stub.posted("tools/call").getFirst().header("mcp-session-id"));
        });
    }

    @Test
    void what_is_asked_beside_the_only_call_is_asked_of_its_client() {
        stub.onGet = get -> {
            HttpServerResponse side = StubUpstream.stream(get);
            side.write(": here\n\n");
            streams.add(side);
        };
        stub.onCall = call -> {
            streams.getFirst().write(StubUpstream.event(ELICIT));
            stub.onOther = answer -> {
                answer.request().response().setStatusCode(202).end();
                call.result("{}");
            };
        };
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        UpstreamRequest asked = running.request(1);

        running.run(() -> asked.result(Buffer.buffer("{\"action\":\"accept\"}")));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(stub.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text())
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"q-1\",\"result\":{\"action\":\"accept\"}}"));
        assertThat(stub.got)
                .singleElement()
                .satisfies(get -> assertThat(get.getHeader("mcp-session-id"))
                        .isEqualTo(stub.posted("tools/call").getFirst().header("mcp-session-id")));
    }

    @Test
    void what_is_asked_beside_several_calls_is_asked_of_nobody() {
        stub.onGet = get -> {
            HttpServerResponse side = StubUpstream.stream(get);
            side.write(": here\n\n");
            streams.add(side);
        };
        stub.onCall = call -> {};
        TestCaller.Running one = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        TestCaller.Running other = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        TestCaller.await(() -> stub.posted("tools/call").size() == 2);

        streams.getFirst().write(StubUpstream.event(ELICIT));

        TestCaller.await(() -> stub.answers().size() == 1);
        assertThat(stub.answers().getFirst().text()).contains("\"id\":\"q-1\",\"error\":{\"code\":-32603");
        assertThat(one.requests).isEmpty();
        assertThat(other.requests).isEmpty();
    }

    @Test
    void an_error_of_the_client_goes_back_and_later_words_do_not() {
        asks(ELICIT);
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        UpstreamRequest asked = running.request(1);

        running.run(() -> {
            asked.error(Buffer.buffer("{\"code\":-1,\"message\":\"no\"}"));
            asked.result(Buffer.buffer("{}"));
        });

        running.reply();
        assertThat(stub.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).endsWith("\"error\":{\"code\":-1,\"message\":\"no\"}}"));
    }

    @Test
    void an_upstream_is_told_in_its_own_session_what_the_client_can_do_and_no_more() {
        stub.onCall = call -> call.result("{}");

        caller.result(server, TestCaller.toolCall("{}"));
        caller.result(server, TestCaller.ableCall(FORM, 30_000));
        caller.result(server, TestCaller.ableCall(FORM, 30_000));
        caller.result(server, TestCaller.ableCall(ClientAbilities.ALL, 30_000));
        // This one is asked by results, which such an upstream does not give.
        caller.result(server, TestCaller.ableCall(FORM.askedInRounds(), 30_000));

        assertThat(stub.posted("initialize").stream().map(StubUpstream.Posted::text))
                .satisfiesExactly(
                        plain -> assertThat(plain).contains("\"capabilities\":{},"),
                        form -> assertThat(form).contains("\"capabilities\":{\"elicitation\":{\"form\":{}}},"),
                        all -> assertThat(all)
                                .contains("\"capabilities\":{\"elicitation\":{\"form\":{},\"url\":{}},"
                                        + "\"sampling\":{\"tools\":{}},\"roots\":{}},"));
        assertThat(stub.posted("tools/call").stream().map(call -> call.header("mcp-session-id")))
                .doesNotContain("null")
                .satisfies(sessions -> assertThat(sessions.stream().distinct()).hasSize(3));
    }

    @Test
    void a_client_that_is_asked_by_results_is_not_asked_by_requests() {
        asks("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"elicitation/create\",\"params\":{}}");
        TestCaller.Running modern = caller.start(server, TestCaller.ableCall(FORM.askedInRounds(), 30_000));
        modern.reply();

        assertThat(modern.requests).isEmpty();
        assertThat(stub.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains("-32601"));
    }

    @Test
    void what_the_client_cannot_do_is_refused_without_asking_it() {
        asks("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"sampling/createMessage\",\"params\":{}}");
        TestCaller.Running able = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        able.reply();
        TestCaller.Running unable = caller.start(server, TestCaller.toolCall("{}"));
        unable.reply();

        assertThat(able.requests).isEmpty();
        assertThat(unable.requests).isEmpty();
        assertThat(stub.answers())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.text()).contains("\"id\":3,\"error\":{\"code\":-32601"));
    }

    @Test
    void a_calls_time_stands_still_while_the_client_is_asked() throws Exception {
        asks(ELICIT);
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 2_000));
        UpstreamRequest asked = running.request(1);

        Thread.sleep(Duration.ofMillis(2_500));
        assertThat(running.replies).isEmpty();
        running.run(() -> asked.result(Buffer.buffer("{}")));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
    }

    @Test
    void a_calls_time_goes_on_when_the_client_has_answered() {
        stub.onCall = call -> call.stream().write(StubUpstream.event(ELICIT));
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 1_000));
        UpstreamRequest asked = running.request(1);

        running.run(() -> asked.result(Buffer.buffer("{}")));

        assertThat(running.reply())
                .isInstanceOfSatisfying(
                        UpstreamReply.Failure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT));
    }

    @Test
    void what_the_upstream_takes_back_is_withdrawn_and_its_answer_nobodys() {
        asks(
                ELICIT,
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"q-1\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"ping\"}");
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        running.reply();

        running.run(() -> running.requests.getFirst().result(Buffer.buffer("{}")));

        assertThat(running.withdrawn).isEqualTo(running.requests).hasSize(1);
        assertThat(running.notifications).isEmpty();
        assertThat(stub.answers())
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{}}"));
    }

    @Test
    void an_upstream_that_asks_without_end_is_not_answered_any_more() {
        stub.onCall = call -> {
            HttpServerResponse stream = call.stream();
            for (int i = 0; i < AskedRequests.REQUESTS_MAX + 10; i++) {
                stream.write(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"roots/list\"}"));
            }
            stream.end(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{}}"));
        };

        caller.result(server, TestCaller.ableCall(FORM, 30_000));

        TestCaller.await(() -> stub.answers().size() == AskedRequests.REQUESTS_MAX);
        caller.result(server, TestCaller.toolCall("{}"));
        assertThat(stub.answers().stream()
                        .filter(answer -> answer.header("mcp-session-id")
                                .equals(stub.posted("tools/call").getFirst().header("mcp-session-id"))))
                .hasSize(AskedRequests.REQUESTS_MAX);
    }

    @Test
    void an_upstream_that_does_not_take_the_answer_ends_the_call() {
        asks(ELICIT);
        TestCaller.Running running = caller.start(server, TestCaller.ableCall(FORM, 30_000));
        UpstreamRequest asked = running.request(1);
        stub.onOther = answer -> answer.status(500, "");

        running.run(() -> asked.result(Buffer.buffer("{}")));

        assertThat(running.reply())
                .isInstanceOfSatisfying(
                        UpstreamReply.Failure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.BROKEN));
    }

    @Test
    void sessions_that_no_call_uses_any_more_are_ended_at_the_upstream() {
        stub.onCall = call -> call.result("{}");
        caller.result(server, TestCaller.ableCall(FORM, 30_000));
        String session = stub.posted("tools/call").getFirst().header("mcp-session-id");

        vertx.runOnContext(nothing ->
                upstreams.closeIdle(System.nanoTime() + Duration.ofMinutes(6).toNanos()));

        TestCaller.await(() -> stub.ended.contains(session));
        caller.result(server, TestCaller.ableCall(FORM, 30_000));
        assertThat(stub.sessionsBegun).hasValue(2);
    }
}
