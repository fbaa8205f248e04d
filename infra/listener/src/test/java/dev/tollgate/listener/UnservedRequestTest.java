package dev.tollgate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever speaks another version of HTTP, or names two hosts, is told that the fault is theirs, and nobody behind hears of it. */
class UnservedRequestTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /two HTTP/1.1\r\nHost: x\r\nHost: evil.example\r\n\r\n",
                "GET /twice HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nhost: x\r\n\r\n",
                "GET /old HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n"
            })
    void itIsRefusedAndItsConnectionEnds(String said) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                            .setHttp2ClearTextEnabled(false)
                            .setHost("127.0.0.1")
                            .setPort(0))
                    .requestHandler(request -> {
                        heard.add(request.uri());
                        request.response().end("served");
                    })
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            var open = new OpenConnections(10, heard::add);
            new Door(open, new QuietConnections(LONG, LONG, LONG, heard::add))
                    .open(vertx)
                    .get(10, TimeUnit.SECONDS);

            assertThat(answer(server, said)).startsWith("HTTP/1.1 400 ").doesNotContain("served");
            assertThat(heard).isEmpty();
            assertThat(answer(server, "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("served");
            assertThat(heard).containsExactly("/next");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static String answer(HttpServer server, String said) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
