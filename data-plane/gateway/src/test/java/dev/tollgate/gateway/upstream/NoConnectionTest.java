package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not be dialled is not connected to: a listener on every interface counts, for each transport over a URL. */
class NoConnectionTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final HttpServer trap = vertx.createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(request -> {
                paths.add(request.path());
                request.response()
                        .setStatusCode(302)
                        .putHeader("location", "/second")
                        .end();
            })
            .listen(0, "::")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Future<List<InetAddress>> rebinding(String host) {
        synchronized (answers) {
            String answer = answers.size() > 1 ? answers.remove() : answers.element();
            return Future.succeededFuture(List.of(InetAddress.ofLiteral(answer)));
        }
    }

    private void call(AddressGate.Resolver resolver, boolean allowLoopback, String url) {
        try (HttpUpstreams http = new HttpUpstreams(vertx, resolver, allowLoopback, changed -> {});
                SseUpstreams sse = new SseUpstreams(vertx, resolver, allowLoopback, changed -> {});
                OpenApiUpstreams api = new OpenApiUpstreams(vertx, resolver, allowLoopback)) {
            URI uri = URI.create(url);
            fails(http, TestCaller.server(new Transport.StreamableHttp(uri)));
            fails(sse, TestCaller.server(new Transport.Sse(uri)));
            fails(api, TestCaller.server(new Transport.OpenApi(uri, null)));
        }
    }

    private void fails(UpstreamTransport transport, ServerConfig server) {
        assertThat(new TestCaller(vertx, transport).reply(server, TestCaller.toolCall("{}")))
                .isInstanceOf(UpstreamReply.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.0.0.2:PORT/",
                "http://0.0.0.0:PORT/",
                "http://localhost:PORT/",
                "http://localhost.:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/"
            })
    void this_machine_is_not_connected_to_by_any_of_its_addresses(String url) {
        call(new SystemResolver(vertx), false, url.replace("PORT", String.valueOf(trap.actualPort())));

        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0.0.0.0", "::ffff:127.0.0.1"})
    void a_name_that_leads_here_is_not_connected_to(String address) {
        answers.add(address);

        call(this::rebinding, false, "http://harmless.example:" + trap.actualPort() + "/");

        assertThat(connections).hasValue(0);
    }

    @Test
    void what_was_judged_is_dialled_and_not_what_the_name_answers_next() {
        AddressGate gate = new AddressGate(
                URI.create("http://rebinding.example:" + trap.actualPort() + "/"), true, this::rebinding, () -> 0);
        answers.add("127.0.0.1");
        answers.add("169.254.169.254");

        AddressGate.Verdict judged =
                gate.ask().toCompletionStage().toCompletableFuture().join();

        assertThat(judged)
                .isEqualTo(new AddressGate.Verdict.Dial(InetAddress.ofLiteral("127.0.0.1"), trap.actualPort()));
        assertThat(gate.known()).isEqualTo(judged);
        assertThat(gate.ask().result()).isInstanceOf(AddressGate.Verdict.Denied.class);
    }

    @Test
    void a_redirect_is_not_followed() {
        call(new SystemResolver(vertx), true, "http://127.0.0.1:" + trap.actualPort() + "/first");

        assertThat(paths).isNotEmpty().containsOnly("/first");
    }
}
