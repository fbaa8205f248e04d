package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that an upstream knows in one session only, and upstreams that tell of tasks. */
class TaskSessionsTest {
    private static final ClientAbilities FORM = new ClientAbilities(true, false, false, false, false);
    private static final String STATUS =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks/status\",\"params\":{\"taskId\":\"t\"}}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, server -> {});
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static UpstreamCall tied(@Nullable String session) {
        return new UpstreamCall(
                "tools/call",
                "slow",
                Buffer.buffer("{\"name\":\"slow\",\"task\":{}}"),
                null,
                30_000,
                null,
                Map.of(),
                FORM,
                new TaskTie(session),
                Map.of());
    }

    @Test
    void a_call_is_made_in_the_session_that_knows_the_task_even_if_another_gateway_began_it() {
        stub.sessions.put("begun-elsewhere", true);

        TestCaller.Running running = caller.start(server, tied("begun-elsewhere"));

        assertThat(running.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(running.sessions).containsExactly("begun-elsewhere");
        assertThat(stub.posted).singleElement().satisfies(call -> {
            assertThat(call.header("mcp-session-id")).isEqualTo("begun-elsewhere");
            assertThat(call.header("mcp-protocol-version")).isEqualTo("2025-11-25");
        });
    }

    @Test
    void a_call_in_the_session_that_this_gateway_has_is_like_any_other() {
        TestCaller.Running made = caller.start(server, tied(null));
        made.reply();
        String session = made.sessions.getFirst();
        assertThat(stub.sessions).containsKey(session);

        TestCaller.Running asked = caller.start(server, tied(session));

        assertThat(asked.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(asked.sessions).containsExactly(session);
        assertThat(stub.sessionsBegun).hasValue(1);
    }

    @Test
    void a_task_whose_session_is_over_is_one_that_the_upstream_does_not_know() {
        UpstreamReply reply = caller.reply(server, tied("over"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        UpstreamReply.Error.class,
                        error -> assertThat(error.error().toString()).contains("-32602"));
        assertThat(stub.sessionsBegun).hasValue(0);
    }

    @Test
    void a_session_that_may_know_a_task_does_not_end_because_nobody_calls_for_a_while() {
        TestCaller.Running made = caller.start(server, tied(null));
        made.reply();
        String session = made.sessions.getFirst();

        made.run(() ->
                upstreams.closeIdle(System.nanoTime() + Duration.ofMinutes(9).toNanos()));

        TestCaller.Running asked = caller.start(server, tied(session));
        assertThat(asked.reply()).isInstanceOf(UpstreamReply.Result.class);
        assertThat(stub.ended).isEmpty();
    }

    @Test
    void only_a_call_that_is_about_a_task_hears_of_one() {
        stub.onCall = call -> {
            HttpServerResponse stream = call.stream();
            stream.write(StubUpstream.event(STATUS));
            stream.end(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":" + call.id() + ",\"result\":{}}"));
        };

        TestCaller.Running plain = caller.start(server, TestCaller.toolCall("{}"));
        TestCaller.Running tied = caller.start(server, tied(null));

        plain.reply();
        tied.reply();
        assertThat(plain.notifications).isEmpty();
        assertThat(tied.notifications).containsExactly(STATUS);
    }

    @Test
    void a_modern_upstream_is_asked_for_the_tasks_that_are_listened_to_and_tells_of_no_others() {
        String changed = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks\",\"params\":{\"taskId\":\"%s\"}}";
        stub.onDiscover =
                discover -> discover.result("{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{},\"ttlMs\":0}");
        stub.onOther = listen -> {
            HttpServerResponse stream = listen.stream();
            stream.write(StubUpstream.event("{\"jsonrpc\":\"2.0\",\"method\":"
                    + "\"notifications/subscriptions/acknowledged\",\"params\":{}}"));
            stream.write(StubUpstream.event(changed.formatted("b")) + StubUpstream.event(changed.formatted("a")));
        };

        TestEar ear = new TestEar(vertx, upstreams, server, new Wanted(false, false, false, Set.of(), Set.of("a")));

        TestCaller.await(() -> !ear.heard.isEmpty());
        assertThat(ear.heard).containsExactly(changed.formatted("a"));
        assertThat(stub.posted("subscriptions/listen").getFirst().text())
                .contains("\"notifications\":{\"taskIds\":[\"a\"]}")
                .contains("\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}");
    }
}
