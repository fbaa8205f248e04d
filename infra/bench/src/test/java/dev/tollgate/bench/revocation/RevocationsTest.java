package dev.tollgate.bench.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A control plane and a gateway in one that knows keys from when they are issued until they are revoked. */
class RevocationsTest {
    private static final String ENVIRONMENTS = """
            {"items":[{"id":"00000000-0000-0000-0000-000000000001","name":"production","version":1}]}""";
    private static final String ISSUED = """
            {"key":{"id":"%s","version":7},"secret":"%s"}""";

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/environments", e -> answer(e, 200, ENVIRONMENTS));
        server.createContext("/api/v1/keys", this::keys);
        server.createContext("/mcp", this::ping);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyKeyIsIssuedUsedRevokedAndMeasuredOnce() throws Exception {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<Integer> done = new ArrayList<>();

        Revocations measured =
                Revocations.measure(new Keys(url, () -> "token"), URI.create(url + "/mcp"), 3, done::add);

        assertThat(measured.fromSentMicros().getTotalCount()).isEqualTo(3);
        assertThat(measured.fromAnsweredMicros().getTotalCount()).isEqualTo(3);
        assertThat(done).containsExactly(1, 2, 3);
        assertThat(revoked).hasSize(3);
    }

    @Test
    void timesRunFromTheSendingAndFromTheAnswer() {
        Revocations measured = new Revocations(new Histogram(3), new Histogram(3));

        measured.record(1_000_000, 5_000_000, 8_000_000);
        measured.record(1_000_000, 5_000_000, 3_000_000);

        assertThat(measured.fromSentMicros().getMaxValue()).isBetween(7_000L, 7_010L);
        assertThat(measured.fromSentMicros().getMinValue()).isEqualTo(2_000);
        assertThat(measured.fromAnsweredMicros().getMinValue()).isZero();
        assertThat(measured.fromAnsweredMicros().getMaxValue()).isBetween(3_000L, 3_004L);
    }

    private void keys(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/revoke")) {
            String key = path.replaceFirst(".*/keys/(.*)/revoke", "$1");
            boolean matches = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-Match"));
            if (matches && accepted.remove(key)) {
                revoked.add(key);
            }
            answer(exchange, matches ? 200 : 412, "{}");
        } else {
            String key = "k" + (accepted.size() + revoked.size());
            accepted.add(key);
            answer(exchange, 201, ISSUED.formatted(key, key));
        }
    }

    private void ping(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        answer(exchange, accepted.contains(key) ? 200 : 401, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
