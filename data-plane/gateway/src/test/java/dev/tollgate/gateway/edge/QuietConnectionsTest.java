package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that ask for nothing, on real sockets; seconds pass when the test says so. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuietConnectionsTest {
    private static final int HEAD_SECONDS_MAX = 10;
    private static final int IDLE_SECONDS_MAX = 75;
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"crm__find\",\"arguments\":{}}}";

    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(tenant.server("crm", URI.create("http://127.0.0.1:1/mcp")), "find");
        started.snapshots.publish(tenant);
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws Exception {
        try (Socket socket = connect()) {
            pass(HEAD_SECONDS_MAX);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(edge().counted).contains("bound/head-time");
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedForAnyLonger() throws Exception {
        try (Socket socket = connect()) {
            for (char each : "POST /mcp ".toCharArray()) {
                send(socket, String.valueOf(each));
                pass(1);
            }

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(edge().counted).contains("bound/head-time");
    }

    @Test
    void aHeadWithinItsTimeIsServed() throws Exception {
        try (Socket socket = connect()) {
            send(socket, post(PING).substring(0, 20));
            pass(HEAD_SECONDS_MAX - 1);

            send(socket, post(PING).substring(20));

            assertThat(answer(socket, "}}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aKeptConnectionIsClosedWhenItWasIdleForTooLongSinceItsLastAnswer() throws Exception {
        try (Socket socket = connect()) {
            send(socket, post(PING));
            answer(socket, "}}");
            pass(IDLE_SECONDS_MAX - 1);
            send(socket, post(PING));
            assertThat(answer(socket, "}}")).startsWith("HTTP/1.1 200");
            pass(IDLE_SECONDS_MAX - 1);
            assertThat(edge().quiet.size()).isEqualTo(1);

            pass(1);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(edge().counted).contains("bound/connection-idle");
    }

    @Test
    void aRunningCallIsNotCutOffHoweverLongItTakes() throws Exception {
        CompletableFuture<Runnable> answering = new CompletableFuture<>();
        edge().upstream = (_, listener) -> {
            Context loop = Objects.requireNonNull(Vertx.currentContext());
            answering.complete(() -> loop.runOnContext(_ -> answer(listener)));
        };
        try (Socket socket = connect()) {
            send(socket, post(CALL));
            Runnable answer = answering.get(10, TimeUnit.SECONDS);
            pass(10 * IDLE_SECONDS_MAX);

            answer.run();

            assertThat(answer(socket, "\"late\":1}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anInterimAnswerIsNotTheEndOfARequest() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head(PING).replace("Host: x\r\n", "Host: x\r\nExpect: 100-continue\r\n"));
            assertThat(answer(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100");
            pass(10 * IDLE_SECONDS_MAX);

            send(socket, PING);

            assertThat(answer(socket, "}}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void oneConnectionMoreThanMayBeOpenIsClosedAndTheNextAfterAnotherLeftIsServed() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < EdgeServer.CONNECTIONS_MAX; i++) {
                open.add(connect());
            }
            awaitOpen(EdgeServer.CONNECTIONS_MAX);

            try (Socket oneMore = connect()) {
                assertThat(isClosed(oneMore)).isTrue();
            }
            assertThat(edge().counted).contains("bound/connections");
            send(open.getFirst(), post(PING));
            assertThat(answer(open.getFirst(), "}}")).startsWith("HTTP/1.1 200");

            open.removeLast().close();
            awaitOpen(EdgeServer.CONNECTIONS_MAX - 1);
            open.add(connect());
            send(open.getLast(), post(PING));
            assertThat(answer(open.getLast(), "}}")).startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private void awaitOpen(int count) {
        while (edge().open.count() != count) {
            Thread.onSpinWait();
        }
    }

    /** Whether the other side closed it, in order or by a reset. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException e) {
            return true;
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            edge().quiet.look();
        }
    }

    private static void answer(UpstreamListener listener) {
        listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"late\":1}"), false, null));
    }

    /** Open on both sides: accepted and watched. */
    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", edge().port());
        socket.setSoTimeout(10_000);
        while (edge().quiet.size() == 0) {
            Thread.onSpinWait();
        }
        return socket;
    }

    private String post(String body) {
        return head(body) + body;
    }

    private String head(String body) {
        return "POST /mcp HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key.text()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes, up to where it ends with these characters. */
    private static String answer(Socket socket, String end) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (answer.length() < end.length() || answer.indexOf(end, answer.length() - end.length()) < 0) {
            int c = in.read();
            if (c < 0) {
                throw new AssertionError("the connection was closed behind: " + answer);
            }
            answer.append((char) c);
        }
        return answer.toString();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
