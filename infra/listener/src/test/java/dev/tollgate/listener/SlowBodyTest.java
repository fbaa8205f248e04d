package dev.tollgate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that do not come, on real sockets; seconds pass when the test says so. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowBodyTest {
    private static final int BODY_SECONDS_MAX = 20;
    private static final int IDLE_SECONDS_MAX = 100;
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\n";

    private final List<String> hit = new CopyOnWriteArrayList<>();
    private final BlockingQueue<HttpServerRequest> begun = new LinkedBlockingQueue<>();
    private final OpenConnections open = new OpenConnections(10, hit::add);
    private final QuietConnections quiet = new QuietConnections(
            Duration.ofSeconds(100),
            Duration.ofSeconds(IDLE_SECONDS_MAX),
            Duration.ofSeconds(BODY_SECONDS_MAX),
            hit::add);
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHttp2ClearTextEnabled(false)
                        .setHost("127.0.0.1")
                        .setPort(0))
                .requestHandler(request -> {
                    if (request.path().equals("/begins")) {
                        request.response().setChunked(true).write("so far");
                    }
                    begun.add(request);
                    if (request.path().equals("/early")) {
                        request.response().end("no need");
                    } else if (!request.path().equals("/waits")) {
                        request.body().onSuccess(body -> request.response().end("had " + body.length()));
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(new Door(open, quiet).open(vertx).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aBodyThatComesByteByByteIsAnsweredThatItIsTooSlow() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 100\r\n\r\n");
            underWay();
            for (int i = 0; i < BODY_SECONDS_MAX; i++) {
                send(socket, "x");
                quiet.look();
            }

            assertThat(all(socket)).startsWith("HTTP/1.1 408 ").containsIgnoringCase("connection: close");
        }
        assertThat(hit).containsExactly("body-time");
    }

    @Test
    void aBodyInChunksWithoutAnEndIsAnsweredThatItIsTooSlow() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            underWay();
            pass(BODY_SECONDS_MAX);

            assertThat(all(socket)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void whatIsAnsweredAlreadyIsNotAnsweredAgain() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD.replace(" / ", " /begins ") + "Content-Length: 100\r\n\r\nx");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            pass(BODY_SECONDS_MAX);

            assertThat(all(socket)).doesNotContain("408");
        }
        assertThat(hit).containsExactly("body-time");
    }

    @Test
    void aConnectionWhoseAnswerCameBeforeTheBodyIsQuietAllTheSame() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD.replace(" / ", " /early ") + "Content-Length: 3\r\n\r\na");
            readTo(socket, "no need");
            send(socket, "bc" + HEAD.replace(" / ", " /early ") + "Content-Length: 3\r\n\r\nabc");
            readTo(socket, "no need");
            pass(IDLE_SECONDS_MAX);

            assertThat(all(socket)).isEmpty();
        }
        assertThat(hit).containsExactly("connection-idle");
    }

    @Test
    void aBodyWithinItsTimeIsRead() throws Exception {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Connection: close\r\nContent-Length: 3\r\n\r\na");
            underWay();
            pass(BODY_SECONDS_MAX - 1);
            send(socket, "bc");

            assertThat(all(socket)).startsWith("HTTP/1.1 200 ").endsWith("had 3");
        }
        assertThat(hit).isEmpty();
    }

    /** Nobody reads it yet, so its sender is not to blame. */
    @Test
    void aBodyBehindARequestThatTakesLongIsNotCountedUntilThen() throws Exception {
        try (Socket socket = connect()) {
            send(
                    socket,
                    "GET /waits HTTP/1.1\r\nHost: x\r\n\r\n" + HEAD
                            + "Connection: close\r\nContent-Length: 3\r\n\r\na");
            HttpServerRequest first = underWay();
            pass(10 * BODY_SECONDS_MAX);
            vertx.runOnContext(_ -> first.response().end(Buffer.buffer("first")));
            send(socket, "bc");

            assertThat(all(socket)).contains("first").endsWith("had 3");
        }
        assertThat(hit).isEmpty();
    }

    private HttpServerRequest underWay() throws InterruptedException {
        HttpServerRequest request = begun.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request has begun");
        }
        return request;
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            quiet.look();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readTo(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int c = socket.getInputStream().read();
            assertThat(c).as("behind %s", text).isNotNegative();
            text.append((char) c);
        }
    }

    private static String all(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageMatching("(?i).*(reset|closed).*");
        }
        return text.toString();
    }
}
