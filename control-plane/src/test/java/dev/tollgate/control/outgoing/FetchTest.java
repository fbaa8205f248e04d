package dev.tollgate.control.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one fetcher, against a listener that counts its connections. */
class FetchTest {
    private static final Fetch.Wanted WANTED = new Fetch.Wanted("*/*", 1_000, Duration.ofSeconds(20));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private volatile Consumer<HttpServerRequest> service =
            request -> request.response().end("document");
    private final HttpServer trap = vertx.createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(request -> {
                asked.add(request.authority() + request.path());
                service.accept(request);
            })
            .listen(0, "::")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private List<InetAddress> next(String host) throws UnknownHostException {
        if (answers.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(answers.remove()));
    }

    private Fetch rebinding(boolean allowLoopback) {
        return new Fetch(vertx, new OutgoingGate(allowLoopback, this::next));
    }

    private URI here(String host) {
        return URI.create("http://" + host + ":" + trap.actualPort() + "/first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.2",
                "0.0.0.0",
                "localhost",
                "localhost.",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "127.0.0.1."
            })
    void thisMachineIsNotConnectedTo(String host) {
        Fetch strict = new Fetch(vertx, new OutgoingGate(false));

        assertThatThrownBy(() -> strict.get(here(host), WANTED)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> strict.getSecurely(here(host), WANTED)).isInstanceOf(IllegalArgumentException.class);

        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "::ffff:127.0.0.1", "127.200.0.1"})
    void aNameThatLeadsHereIsNotConnectedTo(String address) {
        answers.add(address);

        assertThatThrownBy(() -> rebinding(false).get(here("harmless.example"), WANTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("leads to a");

        assertThat(connections).hasValue(0);
    }

    /** The name would lead elsewhere a moment later, and nobody asks it again: there is no such name for the system. */
    @Test
    void whatWasJudgedIsDialledAndNoOther() {
        answers.add("127.0.0.1");

        byte[] read = rebinding(true).get(here("rebinding.example"), WANTED);

        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("document");
        assertThat(asked).containsExactly("rebinding.example:" + trap.actualPort() + "/first");
    }

    @Test
    void aRedirectIsNotFollowed() {
        service = request -> request.response()
                .setStatusCode(302)
                .putHeader("location", "/second")
                .end();

        assertThatThrownBy(() -> new Fetch(vertx, new OutgoingGate(true)).get(here("127.0.0.1"), WANTED))
                .hasMessage("answers with status 302");

        assertThat(asked).hasSize(1);
        assertThat(connections).hasValue(1);
    }

    @Test
    void noMoreIsReadThanWasAskedFor() {
        service = request -> request.response().end("x".repeat(1_001));

        assertThatThrownBy(() -> new Fetch(vertx, new OutgoingGate(true)).get(here("127.0.0.1"), WANTED))
                .hasMessage("answers more than 1000 bytes");
    }

    @Test
    void anAnswerThatIsOverAtOnceIsReadAllTheSame() {
        Fetch fetch = new Fetch(vertx, new OutgoingGate(true));

        for (int i = 0; i < 300; i++) {
            assertThat(fetch.askSecurely(here("127.0.0.1"), WANTED).body()).hasSize("document".length());
        }
    }

    @Test
    void whatIsPostedArrivesWithItsHeadersAndAnyAnswerIsWanted() {
        service = request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(401)
                        .putHeader("WWW-Authenticate", "Bearer scope=\"x\"")
                        .end(request.method() + " " + request.getHeader("Authorization") + " " + body));
        Post post = new Post("text/plain", Map.of("Authorization", "Basic x"), "a=b".getBytes(StandardCharsets.UTF_8));

        Reply answer = new Fetch(vertx, new OutgoingGate(true)).postSecurely(here("127.0.0.1"), post, WANTED);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenges()).containsExactly("Bearer scope=\"x\"");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("POST Basic x a=b");
    }

    @Test
    void nothingIsPostedToAMachineThatMayNotBeDialled() {
        Post post = new Post("text/plain", Map.of(), new byte[0]);
        answers.add("127.0.0.1");

        assertThatThrownBy(() -> rebinding(false).postSecurely(here("harmless.example"), post, WANTED))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(connections).hasValue(0);
    }

    @Test
    void whoNeverAnswersIsLeft() {
        service = request -> {};
        Fetch.Wanted hasty = new Fetch.Wanted("*/*", 1_000, Duration.ofMillis(200));

        assertThatThrownBy(() -> new Fetch(vertx, new OutgoingGate(true)).get(here("127.0.0.1"), hasty))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
