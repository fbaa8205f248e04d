package dev.tollgate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.stub.StubServer;
import dev.tollgate.bench.stub.StubTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadRunTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void everyAnswerOfTheStubIsRight() throws IOException {
        try (StubServer stub = new StubServer(0, 1024, 3)) {
            serve(stub);

            LoadResult result = LoadRun.of(plan(stub.port(), new Pace.ClosedLoop()));

            assertThat(result.right()).isPositive();
            assertThat(result.complaint()).isEmpty();
            assertThat(result.latencyNanos().getTotalCount()).isEqualTo(result.right());
        }
    }

    @Test
    void longAnswersAreRightInEachForm() throws IOException {
        for (AnswerForm form : AnswerForm.values()) {
            try (StubServer stub = new StubServer(0, 500_000, 1)) {
                serve(stub);

                LoadResult result =
                        LoadRun.of(new LoadPlan(target(stub.port()).at(form.path()), 4, new Pace.ClosedLoop(), SHORT));

                assertThat(result.right()).as(form.words()).isPositive();
                assertThat(result.complaint()).as(form.words()).isEmpty();
            }
        }
    }

    @Test
    void aFixedRateSendsExactlyWhatIsDue() throws IOException {
        try (StubServer stub = new StubServer(0, 1024, 3)) {
            serve(stub);

            LoadResult result = LoadRun.of(plan(stub.port(), new Pace.FixedRate(1_000)));

            assertThat(result.right()).isEqualTo(300);
            assertThat(result.wrong()).isZero();
        }
    }

    /** One connection and a server that is held up on its first call: all that waited behind it are charged. */
    @Test
    void aPauseIsChargedToEveryCallThatItDelayed() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = http(
                "{\"id\":%s,\"result\":{\"text\":\"m%s\"}}",
                () -> {
                    if (calls.getAndIncrement() == 0) {
                        sleep(Duration.ofMillis(200));
                    }
                });

        LoadResult result =
                LoadRun.of(new LoadPlan(target(server.getAddress().getPort()), 1, new Pace.FixedRate(100), SHORT));
        server.stop(0);

        // Due every 10 ms: the first waits 200 ms, the second 190, the third 180 … of 30, at least ten wait over 100
        // ms.
        assertThat(result.right()).isEqualTo(30);
        assertThat(result.latencyNanos().getCountBetweenValues(100_000_000L, 60_000_000_000L))
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void anAnswerThatIsAlwaysTheSameIsWrong() throws IOException {
        HttpServer server = http("{\"id\":1,\"result\":{}}", () -> {});

        LoadResult result = LoadRun.of(plan(server.getAddress().getPort(), new Pace.FixedRate(100)));
        server.stop(0);

        assertThat(result.right()).isZero();
        assertThat(result.verdicts()).containsOnlyKeys(Verdict.ID);
        assertThat(result.complaint()).contains("\"id\":1");
    }

    private static LoadPlan plan(int port, Pace pace) {
        return new LoadPlan(target(port), 4, pace, SHORT);
    }

    private static Target target(int port) {
        return new Target(
                "stub",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "/mcp",
                Map.of(),
                StubTools.ECHO);
    }

    private static void serve(StubServer stub) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                stub.serve();
            } catch (IOException | java.nio.channels.ClosedSelectorException e) {
                // Closed by the test.
                return;
            }
        });
    }

    /** A server that answers a form, filled with the ten digits of the call's id. */
    private static HttpServer http(String form, Runnable first) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            String id = body.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
            first.run();
            byte[] answer = form.formatted(id, id).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
