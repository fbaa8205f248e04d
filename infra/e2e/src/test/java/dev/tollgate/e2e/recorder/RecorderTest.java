package dev.tollgate.e2e.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watch itself: a watch that sees nothing would let every suite pass. */
class RecorderTest {
    private static final String KEY = "tg_prod_" + "k".repeat(12) + "_" + "S3cr".repeat(10) + "abc_" + "0".repeat(6);

    private HttpServer server;
    private URI hop;

    @BeforeEach
    void upstream() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        hop = Recorder.before(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp?x=1"));
        Recorder.takeFound();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passes_what_has_nothing_to_hide() throws Exception {
        var before = Recorder.lookedThrough();
        assertThat(send("GET /mcp HTTP/1.1\r\nAuthorization: Bearer of-the-upstream\r\n", ""))
                .startsWith("HTTP/1.1 204");
        assertThat(Recorder.takeFound()).isEmpty();
        assertThat(Recorder.lookedThrough()).isGreaterThan(before);
        assertThat(hop).hasPath("/mcp").hasQuery("x=1");
    }

    @Test
    void finds_a_key_in_a_header_a_path_and_a_body() throws Exception {
        send("GET /mcp HTTP/1.1\r\nX-Key: " + KEY + "\r\n", "");
        assertThat(Recorder.takeFound()).hasSize(1);
        send("GET /mcp?key=" + KEY + " HTTP/1.1\r\n", "");
        assertThat(Recorder.takeFound()).hasSize(1);
        send("POST /mcp HTTP/1.1\r\nContent-Length: " + KEY.length() + "\r\n", KEY);
        assertThat(Recorder.takeFound())
                .hasSize(1)
                .allSatisfy(words -> assertThat(words).doesNotContain(KEY));
    }

    @Test
    void finds_what_it_was_told_of_in_other_encodings() throws Exception {
        var secret = "zY8%/+wQ" + "q7".repeat(10);
        InboundCredentials.watchFor(secret);
        var basic = Base64.getEncoder().encodeToString(("a:" + secret + "!").getBytes(StandardCharsets.UTF_8));
        send("GET /mcp HTTP/1.1\r\nAuthorization: Basic " + basic + "\r\n", "");
        assertThat(Recorder.takeFound()).isNotEmpty();
        send("GET /" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + " HTTP/1.1\r\n", "");
        assertThat(Recorder.takeFound()).isNotEmpty();
    }

    @Test
    void tells_tokens_of_the_realm_from_those_of_other_providers() throws Exception {
        send(
                "GET /mcp HTTP/1.1\r\nAuthorization: Bearer " + token("https://login.example/realms/upstream") + "\r\n",
                "");
        assertThat(Recorder.takeFound()).isEmpty();
        send(
                "GET /mcp HTTP/1.1\r\nAuthorization: Bearer " + token("https://login.example/realms/tollgate") + "\r\n",
                "");
        assertThat(Recorder.takeFound()).hasSize(1);
    }

    private static String token(String issuer) {
        var url = Base64.getUrlEncoder().withoutPadding();
        return url.encodeToString("{\"alg\":\"RS256\",\"kid\":\"1\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString(("{\"iss\":\"" + issuer + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + "c2lnbmF0dXJl";
    }

    /** In two parts, cut where a reader is most easily misled: in the middle. */
    private String send(String head, String body) throws Exception {
        var text = (head + "Host: upstream\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(hop.getHost(), hop.getPort())) {
            var out = socket.getOutputStream();
            out.write(text, 0, text.length / 2);
            out.flush();
            Thread.sleep(20);
            out.write(text, text.length / 2, text.length - text.length / 2);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
