package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that the upstream closes just as it is used again, on real sockets. */
class IdleCloseTest {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final HttpUpstreams upstreams = new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed -> {});
    private final Context context = ((VertxInternal) vertx).createEventLoopContext();
    private SocketUpstream socket;
    private ServerConfig server;

    @BeforeEach
    void start() throws IOException {
        assumeThat(vertx.isNativeTransportEnabled()).isTrue();
        socket = new SocketUpstream();
        server = TestCaller.server(socket.url());
    }

    @AfterEach
    void stop() throws IOException {
        upstreams.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        if (socket != null) {
            socket.close();
        }
    }

    /** Calls on the one context, so that the one connection is used again; first does something in the same turn. */
    private UpstreamReply reply(Runnable first) {
        TestCaller.Running running = new TestCaller.Running(context);
        context.runOnContext(nothing -> {
            first.run();
            upstreams.call(server, TestCaller.toolCall("{}"), running);
        });
        return running.reply();
    }

    @Test
    void a_call_on_a_connection_just_closed_as_idle_goes_once_more_and_is_answered() {
        assertThat(reply(() -> {})).isInstanceOf(UpstreamReply.Result.class);
        int before = socket.connections();

        // Within one turn of the event loop, so that it cannot have seen the end of the connection.
        UpstreamReply reply = reply(socket::closeConnections);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        UpstreamReply.Result.class,
                        result -> assertThat(result.result().toString(StandardCharsets.UTF_8))
                                .isEqualTo("{\"content\":[]}"));
        assertThat(socket.connections()).isEqualTo(before + 1);
        assertThat(socket.callsRead()).isEqualTo(2);
    }

    @Test
    void a_call_that_was_read_before_the_connection_was_closed_is_not_repeated() {
        assertThat(reply(() -> {})).isInstanceOf(UpstreamReply.Result.class);
        socket.closeAfterReading(false);

        UpstreamReply reply = reply(() -> {});

        assertThat(reply)
                .isInstanceOfSatisfying(
                        UpstreamReply.Failure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(UpstreamReply.Kind.BROKEN));
        assertThat(socket.callsRead()).isEqualTo(2);
    }

    @Test
    void a_call_that_was_read_before_the_connection_was_reset_is_not_repeated() {
        assertThat(reply(() -> {})).isInstanceOf(UpstreamReply.Result.class);
        socket.closeAfterReading(true);

        UpstreamReply reply = reply(() -> {});

        assertThat(reply)
                .isInstanceOfSatisfying(
                        UpstreamReply.Failure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(UpstreamReply.Kind.BROKEN));
        assertThat(socket.callsRead()).isEqualTo(2);
    }

    @Test
    void an_upstream_that_closes_every_connection_unread_is_asked_twice_and_no_more() {
        assertThat(reply(() -> {})).isInstanceOf(UpstreamReply.Result.class);
        socket.closeOnAccept();

        UpstreamReply reply = reply(socket::closeConnections);

        assertThat(reply).isInstanceOf(UpstreamReply.Failure.class);
        assertThat(socket.callsRead()).isEqualTo(1);
    }
}
