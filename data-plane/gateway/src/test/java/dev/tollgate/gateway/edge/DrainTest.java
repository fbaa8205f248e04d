package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DrainTest {
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"crm__find\",\"arguments\":{}}}";
    private static final Duration LONG = Duration.ofMinutes(10);

    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("crm__*");
    private final CompletableFuture<Runnable> answering = new CompletableFuture<>();
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(tenant.server("crm", URI.create("http://127.0.0.1:1/mcp")), "find");
        started.snapshots.publish(tenant);
        started.upstream = (_, listener) -> {
            Context loop = Objects.requireNonNull(Vertx.currentContext());
            answering.complete(() -> loop.runOnContext(_ -> answer(listener)));
        };
    }

    private static void answer(UpstreamListener listener) {
        listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"late\":1}"), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void whatIsUnderWayEndsAndWhatIsNewIsRefused() throws Exception {
        // given
        CompletableFuture<HttpResponse<String>> running =
                CompletableFuture.supplyAsync(this::call, Thread::startVirtualThread);
        Runnable answer = answering.get(10, TimeUnit.SECONDS);
        CompletableFuture<Integer> left = leave(Duration.ZERO, LONG);
        awaitClosed();
        // when
        HttpResponse<String> refused = call();
        // then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Connection")).hasValue("close");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("-32603").contains("send the request once more");
        assertThat(left).isNotDone();
        // when
        answer.run();
        // then
        assertThat(running.get(10, TimeUnit.SECONDS).body()).contains("\"late\":1");
        assertThat(left.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
    }

    @Test
    void duringTheNoticeRequestsAreServedAndTheirConnectionsClosed() throws Exception {
        // given
        edge().upstream = (_, listener) -> answer(listener);
        CompletableFuture<Integer> left = leave(LONG, LONG);
        while (!edge().drain.isLeaving()) {
            Thread.onSpinWait();
        }
        // when
        String answer;
        try (Socket socket = new Socket("127.0.0.1", edge().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key.text()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + CALL.length()
                                    + "\r\n\r\n" + CALL)
                            .getBytes(StandardCharsets.US_ASCII));
            // Ends only because the gateway closes the connection.
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        // then
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"late\":1");
        edge().drain.hurry();
        assertThat(left.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void patienceEndsByItselfOrIfSomebodyIsInAHurry() throws Exception {
        // given
        CompletableFuture<HttpResponse<String>> running =
                CompletableFuture.supplyAsync(this::call, Thread::startVirtualThread);
        Runnable answer = answering.get(10, TimeUnit.SECONDS);
        // when
        int left = edge().drain.leave(Duration.ZERO, Duration.ofMillis(50), edge().endpoint::underWay);
        CompletableFuture<Integer> hurried = leave(LONG, LONG);
        edge().drain.hurry();
        // then
        assertThat(left).isEqualTo(1);
        assertThat(hurried.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        answer.run();
        assertThat(running.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private CompletableFuture<Integer> leave(Duration notice, Duration patience) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return edge().drain.leave(notice, patience, edge().endpoint::underWay);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private void awaitClosed() {
        while (!edge().drain.isClosed()) {
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> call() {
        try {
            return edge().send(edge().post(key.text(), CALL));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
