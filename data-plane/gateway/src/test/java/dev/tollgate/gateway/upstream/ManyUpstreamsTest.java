package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant's upstreams of which some hang and some are gone. */
class ManyUpstreamsTest {
    private static final int CALLS_EACH = 5;

    private final Vertx vertx = Vertx.vertx();
    private final HealthBook health = new HealthBook(InstantSource.system());
    private final HttpUpstreams upstreams =
            new HttpUpstreams(vertx, new SystemResolver(vertx), true, Credentials.NONE, server -> {}, health);
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream good = new StubUpstream(vertx);
    private final StubUpstream mute = new StubUpstream(vertx);
    private final StubUpstream hanging = new StubUpstream(vertx);
    private final StubUpstream gone = new StubUpstream(vertx);

    @AfterEach
    void stop() {
        upstreams.close();
        good.close();
        mute.close();
        hanging.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static List<ServerConfig> servers(int count, StubUpstream stub) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestCaller.server(stub.url()))
                .toList();
    }

    private List<TestCaller.Running> callAll(List<ServerConfig> servers) {
        return servers.stream()
                .flatMap(server ->
                        IntStream.range(0, CALLS_EACH).mapToObj(i -> caller.start(server, TestCaller.toolCall("{}"))))
                .toList();
    }

    @Test
    void those_that_hang_or_are_gone_hold_up_none_of_the_others() {
        mute.onInitialize = initialize -> {};
        hanging.onCall = call -> {};
        gone.close();
        List<TestCaller.Running> held = callAll(servers(5, mute));
        List<TestCaller.Running> alsoHeld = callAll(servers(5, hanging));
        List<TestCaller.Running> refused = callAll(servers(10, gone));

        List<TestCaller.Running> answered = callAll(servers(80, good));

        assertThat(answered).allSatisfy(call -> assertThat(call.reply()).isInstanceOf(UpstreamReply.Result.class));
        assertThat(refused).allSatisfy(call -> assertThat(call.reply()).isInstanceOf(UpstreamReply.Failure.class));
        assertThat(held).allSatisfy(call -> assertThat(call.replies).isEmpty());
        assertThat(alsoHeld).allSatisfy(call -> assertThat(call.replies).isEmpty());
        assertThat(upstreams.openUpstreams()).isEqualTo(100);
    }

    @Test
    void the_last_failure_is_kept_with_its_stage_and_counted() {
        ServerConfig dead = TestCaller.server(gone.url());
        gone.close();
        ServerConfig fine = TestCaller.server(good.url());

        caller.failure(dead, TestCaller.toolCall("{}"));
        caller.result(fine, TestCaller.toolCall("{}"));

        assertThat(health.of(dead).read().lastFailure()).isNotNull().satisfies(last -> {
            assertThat(last.stage()).isEqualTo(Stage.CONNECT);
            assertThat(last.kind()).isEqualTo(Kind.UNREACHABLE);
        });
        assertThat(health.of(fine).read().lastFailure()).isNull();
        assertThat(health.failures(Stage.CONNECT)).isOne();
        assertThat(health.failures(Stage.CALL)).isZero();
    }

    @Test
    void what_has_no_effect_is_asked_once_more_when_the_answer_breaks_off_and_nothing_else_is() {
        hanging.onCall = call -> {
            if (hanging.posted(call.method()).size() == 1) {
                call.request().connection().close();
            } else {
                call.result("{\"tools\":[]}");
            }
        };
        ServerConfig server = TestCaller.server(hanging.url());
        UpstreamCall list = new UpstreamCall("tools/list", null, Buffer.buffer("{}"), null, 30_000, null);

        assertThat(caller.result(server, list)).isEqualTo("{\"tools\":[]}");
        assertThat(caller.failure(server, TestCaller.toolCall("{}")).kind()).isEqualTo(Kind.BROKEN);

        assertThat(hanging.posted("tools/list")).hasSize(2);
        assertThat(hanging.posted("tools/call")).hasSize(1);
    }
}
