package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of calls that end before the answer, with and without a way to take them up again. */
class ResumptionTest {
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

    private String answer() {
        return StubUpstream.event("{\"jsonrpc\":\"2.0\",\"id\":"
                + stub.posted("tools/call").getFirst().id() + ",\"result\":{\"late\":1}}");
    }

    @Test
    void a_stream_that_ended_is_taken_up_by_its_last_event_and_the_call_made_once() {
        stub.onCall = call -> call.stream().end("id: e-1\nretry: 60\ndata:\n\n");
        stub.onGet = get -> StubUpstream.stream(get)
                .end(stub.got.size() < 3 ? "id: e-" + (stub.got.size() + 1) + "\n: nothing yet\n\n" : answer());

        assertThat(caller.result(server, TestCaller.toolCall("{}"))).isEqualTo("{\"late\":1}");

        assertThat(stub.got.stream().map(get -> get.getHeader("last-event-id"))).containsExactly("e-1", "e-2", "e-3");
        assertThat(stub.got).allSatisfy(get -> {
            assertThat(get.getHeader("accept")).isEqualTo("text/event-stream");
            assertThat(stub.sessions).containsKey(get.getHeader("mcp-session-id"));
        });
        assertThat(stub.posted("tools/call")).hasSize(1);
    }

    @Test
    void what_was_said_before_and_after_the_break_is_heard() {
        String log = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"data\":DATA}}";
        stub.onCall = call -> {
            call.stream().write("id: 1\nretry: 60\n" + StubUpstream.event(log.replace("DATA", "1")));
            vertx.setTimer(50, timer -> call.request().connection().close());
        };
        stub.onGet = get -> StubUpstream.stream(get).end(StubUpstream.event(log.replace("DATA", "2")) + answer());
        TestCaller.Running running = caller.start(server, TestCaller.toolCall("{}"));

        running.reply();

        assertThat(running.replies).first().isInstanceOf(UpstreamReply.Result.class);
        assertThat(running.notifications).isEqualTo(List.of(log.replace("DATA", "1"), log.replace("DATA", "2")));
    }

    @Test
    void an_upstream_that_will_not_go_on_breaks_the_call_and_is_not_called_again() {
        stub.onCall = call -> call.stream().end("id: 1\nretry: 60\ndata:\n\n");
        stub.onGet = get -> get.response().setStatusCode(404).end();

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);

        assertThat(stub.posted("tools/call")).hasSize(1);
        assertThat(stub.sessionsBegun).hasValue(1);
    }

    @Test
    void a_stream_without_event_ids_breaks_the_call() {
        stub.onCall = call -> call.stream().end("data: {}\n\n");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);

        assertThat(stub.got).isEmpty();
    }

    @Test
    void taking_up_goes_on_no_longer_than_the_call_may() {
        stub.onCall = call -> call.stream().end("id: 1\nretry: 60\ndata:\n\n");
        stub.onGet = get -> StubUpstream.stream(get).end("id: 1\ndata:\n\n");

        assertThat(caller.failure(server, TestCaller.toolCall("{}", null, 500)).kind())
                .isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void taking_up_is_bounded_in_tries() {
        stub.onCall = call -> call.stream().end("id: 1\nretry: 1\ndata:\n\n");
        stub.onGet = get -> StubUpstream.stream(get).end("id: 1\ndata:\n\n");

        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);

        assertThat(stub.got).hasSize(Resumption.TRIES_MAX);
    }
}
