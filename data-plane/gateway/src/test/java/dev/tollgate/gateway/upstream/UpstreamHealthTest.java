package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.health.UpstreamState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the calls to one upstream leave behind, by what is wrong with it. */
class UpstreamHealthTest {
    private final Vertx vertx = Vertx.vertx();
    private final HealthBook book = new HealthBook(InstantSource.system());
    private final HttpUpstreams upstreams =
            new HttpUpstreams(vertx, new SystemResolver(vertx), true, Credentials.NONE, changed -> {}, book);
    private final TestCaller caller = new TestCaller(vertx, upstreams);
    private final StubUpstream stub = new StubUpstream(vertx);
    private final ServerConfig server = TestCaller.server(stub.url());

    @AfterEach
    void stop() {
        upstreams.close();
        stub.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HealthReading reading(ServerConfig of) {
        return book.of(of).read();
    }

    private static void assertFailure(HealthReading reading, Stage stage, Kind kind, int httpStatus) {
        assertThat(reading.lastFailure()).isNotNull().satisfies(last -> {
            assertThat(last.stage()).isEqualTo(stage);
            assertThat(last.kind()).isEqualTo(kind);
            assertThat(last.httpStatus()).isEqualTo(httpStatus);
        });
    }

    @Test
    void one_that_refuses_connections_is_held_back_in_the_end_and_says_when_it_is_tried_again() {
        stub.close();
        for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN; i++) {
            caller.failure(server, TestCaller.toolCall("{}"));
        }

        HealthReading held = reading(server);
        assertFailure(held, Stage.CONNECT, Kind.UNREACHABLE, 0);
        assertThat(held.state()).isEqualTo(UpstreamState.BREAKER_OPEN);
        assertThat(held.failuresInARow()).isEqualTo(CircuitBreaker.FAILURES_TO_OPEN);
        assertThat(held.retryAt()).isNotNull();
        int before;
        UpstreamReply.Failure failure;
        do {
            // A call that comes when the time is up is tried, and counts.
            before = reading(server).failuresInARow();
            failure = caller.failure(server, TestCaller.toolCall("{}"));
        } while (failure.kind() != Kind.UNAVAILABLE);
        assertThat(reading(server).failuresInARow())
                .as("a call that the breaker refuses is not the upstream's")
                .isEqualTo(before);
    }

    @Test
    void a_refusal_by_status_is_told_with_the_status_and_an_answer_ends_the_row() {
        stub.onCall = call -> call.status(503, "<html>");
        caller.failure(server, TestCaller.toolCall("{}"));
        caller.failure(server, TestCaller.toolCall("{}"));
        assertFailure(reading(server), Stage.CALL, Kind.BROKEN, 503);
        assertThat(reading(server).failuresInARow()).isEqualTo(2);

        stub.onCall = call -> call.result("{}");
        caller.result(server, TestCaller.toolCall("{}"));

        assertThat(reading(server).failuresInARow()).isZero();
        assertThat(reading(server).lastSuccessAt()).isNotNull();
        assertThat(reading(server).state()).isEqualTo(UpstreamState.DEGRADED);
    }

    @Test
    void one_that_is_given_another_credential_begins_a_fresh_page() {
        stub.onCall = call -> call.status(401, "");
        caller.failure(server, TestCaller.toolCall("{}"));
        assertThat(reading(server).failuresInARow()).isPositive();

        ServerConfig known = server.with(new SealedCredential(1, Map.of("local", "sealed")));

        assertThat(reading(known).failuresInARow()).isZero();
        assertThat(reading(known).lastFailure()).isNull();
    }

    @Test
    void a_refusal_to_begin_a_session_is_one_of_the_handshake() {
        stub.onDiscover = discover -> discover.status(401, "");
        stub.onInitialize = initialize -> initialize.status(401, "");

        caller.failure(server, TestCaller.toolCall("{}"));

        assertFailure(reading(server), Stage.INITIALIZE, Kind.UNREACHABLE, 401);
    }

    @Test
    void one_that_hangs_is_told_by_how_far_the_call_came() {
        caller.result(server, TestCaller.toolCall("{}"));
        stub.onCall = call -> {};
        caller.failure(server, TestCaller.toolCall("{}", null, 300));
        assertFailure(reading(server), Stage.CALL, Kind.TIMEOUT, 0);

        try (StubUpstream mute = new StubUpstream(vertx)) {
            mute.onDiscover = discover -> {};
            mute.onInitialize = initialize -> {};
            ServerConfig hanging = TestCaller.server(mute.url());
            caller.failure(hanging, TestCaller.toolCall("{}", null, 300));
            assertFailure(reading(hanging), Stage.INITIALIZE, Kind.TIMEOUT, 0);
        }
    }

    @Test
    void what_speaks_no_tls_fails_at_that_stage() {
        ServerConfig secure = TestCaller.server(URI.create("https://127.0.0.1:" + stub.port() + "/mcp"));

        caller.failure(secure, TestCaller.toolCall("{}"));

        assertFailure(reading(secure), Stage.TLS, Kind.UNREACHABLE, 0);
    }

    @Test
    void a_host_that_is_not_found_and_an_address_that_is_not_allowed_are_told_apart() {
        try (HttpUpstreams nowhere = new HttpUpstreams(
                vertx, host -> Future.failedFuture("no such host"), true, Credentials.NONE, changed -> {}, book)) {
            ServerConfig lost = TestCaller.server(URI.create("http://gone.example/mcp"));
            new TestCaller(vertx, nowhere).failure(lost, TestCaller.toolCall("{}"));
            assertFailure(reading(lost), Stage.RESOLVE, Kind.UNREACHABLE, 0);
        }
        ServerConfig inside = TestCaller.server(URI.create("http://10.0.0.1/mcp"));
        caller.failure(inside, TestCaller.toolCall("{}"));
        assertFailure(reading(inside), Stage.ADDRESS, Kind.UNAVAILABLE, 0);
    }

    @Test
    void a_connection_with_events_is_noted_in_the_same_book() {
        SseStub sse = new SseStub(vertx);
        try (SseUpstreamsInBook over = new SseUpstreamsInBook(vertx, book)) {
            ServerConfig old = TestCaller.server(new Transport.Sse(sse.url()));
            TestCaller calling = new TestCaller(vertx, over.upstreams());
            calling.result(old, TestCaller.toolCall("{}"));
            assertThat(reading(old).state()).isEqualTo(UpstreamState.HEALTHY);

            sse.onCall = (stream, id) -> stream.end();
            calling.failure(old, TestCaller.toolCall("{}"));

            TestCaller.await(() -> reading(old).lastFailure() != null);
            assertFailure(reading(old), Stage.CALL, Kind.BROKEN, 0);
        } finally {
            sse.close();
        }
    }

    private record SseUpstreamsInBook(dev.tollgate.gateway.upstream.sse.SseUpstreams upstreams)
            implements AutoCloseable {
        SseUpstreamsInBook(Vertx vertx, HealthBook book) {
            this(new dev.tollgate.gateway.upstream.sse.SseUpstreams(
                    vertx, new SystemResolver(vertx), true, Credentials.NONE, changed -> {}, book));
        }

        @Override
        public void close() {
            upstreams.close();
        }
    }
}
