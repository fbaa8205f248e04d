package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client of good will sends, byte for byte on a socket: a clear refusal each, no 5xx, and nothing left behind. */
class HostileInputTest {
    private static final TestTenant TENANT = new TestTenant();
    private static final IssuedKey KEY = TENANT.key("crm__*");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static @Nullable EdgeServer started;

    /**
     * @param answer what the first answer begins with behind the version; empty if the connection may just end
     */
    private record Case(String name, byte[] sent, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        TENANT.tool(TENANT.server("crm", URI.create("http://127.0.0.1:1/mcp")), "find");
        EdgeServer edge = new EdgeServer();
        edge.snapshots.publish(TENANT);
        edge.upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
        started = edge;
    }

    @AfterAll
    static void stop() throws Exception {
        edge().close();
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        assertThat(edge().counted).doesNotContain("refused/internal");
        try (Socket socket = connect()) {
            send(socket, post(PING));
            assertThat(statusLine(socket.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
        }
        for (int i = 0; i < 1_000 && edge().connections.get() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(edge().connections.get()).isZero();
        assertThat(edge().endpoint.underWay()).isZero();
    }

    @ParameterizedTest
    @MethodSource({"bodies", "ids", "names", "framing", "heads", "targets"})
    void isRefusedClearly(Case each) throws Exception {
        try (Socket socket = connect()) {
            send(socket, each.sent());

            String line = statusLine(socket.getInputStream());

            assertThat(line).doesNotMatch("HTTP/1\\.[01] 5.*");
            if (!each.answer().isEmpty()) {
                assertThat(line).matches("HTTP/1\\.[01] " + each.answer() + ".*");
            }
        }
    }

    private static Stream<Case> bodies() {
        return Stream.of(
                body("nothing", "", "400"),
                body("half an object", "{", "400"),
                body("an empty object", "{}", "400"),
                body("a word", "nul", "400"),
                body("a string", "\"x\"", "400"),
                body("a number", "1", "400"),
                body("an empty batch", "[]", "400"),
                body("a batch without an end", "[" + PING, "400"),
                body("more batch than may be", "[" + (PING + ",").repeat(1_000) + PING + "]", "400"),
                body("something behind it", PING + "x", "400"),
                body("two of them", PING + PING, "400"),
                body("a byte order mark", "\uFEFF" + PING, "400"),
                body("a nul", PING + "\0", "400"),
                body("a comment", "/*x*/" + PING, "400"),
                body("a comma too many", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",}", "400"),
                body("a line break within a string", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"pi\nng\"}", "400"),
                body("an unknown escape", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\x\"}", "400"),
                body("half an escape", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\u12\"}", "400"),
                body("arrays to the bottom", "[".repeat(1_000_000), "400"),
                body("objects to the bottom", "{\"a\":".repeat(200_000), "400"),
                body("depth within the arguments", call("crm__find", "{\"a\":" + "[".repeat(500) + "}"), "400"),
                body("two methods", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"x\"}", "400"),
                body(
                        "two params",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{},\"params\":{}}",
                        "400"),
                body(
                        "two methods, one in disguise",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"\\u006dethod\":\"x\"}",
                        "400"),
                body("another version", "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", "400"),
                body("a method that is none", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", "400"),
                body(
                        "params in a string",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":\"x\"}",
                        "400"),
                body("a byte that UTF-8 has not", bytes(call("crm__\u00ff", "{}"), StandardCharsets.ISO_8859_1), "400"),
                body("an overlong nul", within(0xC0, 0x80), "400"),
                body("half a pair in UTF-8", within(0xED, 0xA0, 0x80), "400"),
                body("a character cut short", within(0xE2, 0x82), "400"),
                body("beyond the last character", within(0xF4, 0x90, 0x80, 0x80), "400"));
    }

    private static Stream<Case> ids() {
        return Stream.of(
                body("null", id("null"), "400"),
                body("a fraction", id("1.5"), "400"),
                body("true", id("true"), "400"),
                body("an object", id("{}"), "400"),
                body("an array", id("[1]"), "400"),
                body("an integer of any size", id("9".repeat(200)), "200"),
                body("an integer beyond any size", id("9".repeat(1_000_000)), "400"),
                body("a string beyond any size", id("\"" + "x".repeat(1_000_000) + "\""), "400"),
                body("minus", id("-"), "400"),
                body("leading zeros", id("007"), "400"),
                body("two ids", "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", "400"));
    }

    private static Stream<Case> names() {
        return Stream.of(
                body("a tool of a megabyte", call("x".repeat(1_000_000), "{}"), "200"),
                body("half a pair", call("crm__\\ud800", "{}"), "200"),
                body(
                        "a method of a megabyte",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + "x".repeat(1_000_000) + "\"}",
                        "400"),
                body("arguments in an array", call("crm__find", "[]"), "200"));
    }

    private static Stream<Case> framing() {
        String head = head("/mcp", "HTTP/1.1");
        return Stream.of(
                raw("a length that is none", head + "Content-Length: x\r\n\r\n", "400"),
                raw("a negative length", head + "Content-Length: -5\r\n\r\n", "400"),
                raw("two lengths", head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n12345", "400"),
                raw("a length beyond the bound", head + "Content-Length: 999999999999\r\n\r\n", "413"),
                raw("a length beyond any number", head + "Content-Length: 99999999999999999999999\r\n\r\n", "4"),
                raw("less than its length and then another request", post("12", 40) + post(PING), "400"),
                raw("more than its length", post(PING, 10), "400"),
                raw("a chunk without a size", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", ""),
                raw("a chunk that lies", head + "Transfer-Encoding: chunked\r\n\r\n2\r\n" + PING + "\r\n0\r\n\r\n", ""),
                raw("an encoding that is none", head + "Transfer-Encoding: gzip\r\n\r\n", "4"),
                raw(
                        "a body larger than may be, in chunks",
                        head + "Transfer-Encoding: chunked\r\n\r\n"
                                + ("100000\r\n" + " ".repeat(0x100000) + "\r\n").repeat(5),
                        "413"),
                raw("an expectation that is met", head + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}", "100"),
                raw("an expectation that is none", head + "Expect: money\r\nContent-Length: 2\r\n\r\n{}", "4"));
    }

    private static Stream<Case> heads() {
        return Stream.of(
                raw(
                        "a header too large",
                        "POST /mcp HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n",
                        "431"),
                raw(
                        "too many headers",
                        "POST /mcp HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(10_000) + "\r\n",
                        "431"),
                raw("a target too long", "POST /mcp?" + "y".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "414"),
                raw("a header without a name", head("/mcp", "HTTP/1.1") + ": y\r\n\r\n", "400"),
                raw("a blank before the colon", head("/mcp", "HTTP/1.1") + "X : y\r\n\r\n", "400"),
                raw("a nul in a header", head("/mcp", "HTTP/1.1") + "X: a\0b\r\n\r\n", "400"),
                raw("no version", "POST /mcp\r\n\r\n", "400"),
                raw("a version that is none", head("/mcp", "HTTP/9.9") + "\r\n", ""),
                raw("noise", "\u0016\u0003\u0001\u0002abc\r\n\r\n", "400"),
                raw("two keys", head("/mcp", "HTTP/1.1") + "X-Api-Key: x\r\nContent-Length: 2\r\n\r\n{}", "400"),
                raw(
                        "many filters",
                        head("/mcp", "HTTP/1.1") + "X-Tollgate-Include-Tools: " + "a,".repeat(5_000)
                                + "\r\nContent-Length: 2\r\n\r\n{}",
                        "400"));
    }

    private static Stream<Case> targets() {
        return Stream.of(
                raw(
                        "a key in the address",
                        ("POST /mcp?access_token=" + KEY.text() + " HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"),
                        "401"),
                raw("TRACE", "TRACE /mcp HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
                raw("OPTIONS", "OPTIONS /mcp HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
                raw("HEAD", "HEAD /mcp HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
                raw("a method of its own", "BREW /mcp HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
                raw("another case", head("/MCP", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "404"),
                raw("a slash behind", head("/mcp/", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"),
                raw("something behind", head("/mcp/x/y", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "404"),
                raw("two slashes", head("//mcp", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"),
                raw("a slash in disguise", head("/mcp%2f", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"),
                raw("a letter in disguise", head("/%6dcp", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"),
                raw("half an escape", head("/mcp%", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "400"),
                raw(
                        "no host",
                        head("/mcp", "HTTP/1.1").replace("Host: x\r\n", "") + "Content-Length: 2\r\n\r\n{}",
                        "400"),
                raw("no path", head("?x", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "400"),
                raw("dots", head("/x/../mcp", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"),
                raw(
                        "an absolute address",
                        head("http://elsewhere/mcp", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}",
                        "4"),
                raw("a star", head("*", "HTTP/1.1") + "Content-Length: 2\r\n\r\n{}", "4"));
    }

    /** A page whose name was made to lead here would be of one origin with the gateway. */
    @ParameterizedTest
    @CsvSource({
        "POST,/mcp,evil.example,421",
        "POST,/mcp/all,evil.example,421",
        "GET,/v1/me,evil.example,421",
        "GET,/q/metrics,evil.example:8090,421",
        "GET,/nowhere,localhost.evil.example,421",
        "GET,/v1/me,127.0.0.1.evil.example,421",
        "GET,/v1/me,X,401",
        "GET,/v1/me,MCP.example:443,401",
        "GET,/v1/me,[::1]:8090,401",
        "GET,/v1/me,10.1.2.3,401"
    })
    void aNameThatNobodyGaveUsIsNotOurs(String method, String path, String host, String status) throws Exception {
        try (Socket socket = connect()) {
            send(
                    socket,
                    method + " " + path + " HTTP/1.1\r\nHost: " + host
                            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("-32600")
                    .doesNotContain("evil");
        }
        assertThat(edge().calls).isEmpty();
    }

    /** The router's own answer would be a stack trace in the log for each. */
    @ParameterizedTest
    @CsvSource({"/mcp%,400", "/%zz,400", "?x,400", "*,404", "/nowhere,404"})
    void anAddressThatLeadsNowhereIsAnsweredByUs(String target, String status) throws Exception {
        edge().counted.clear();
        try (Socket socket = connect()) {
            send(socket, head(target, "HTTP/1.1") + "Connection: close\r\nContent-Length: 2\r\n\r\n{}");

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("-32600");
        }
        assertThat(edge().counted).containsExactly("refused/http-" + status);
    }

    @Test
    void aVeryOldClientIsAnsweredAndItsConnectionClosed() throws Exception {
        try (Socket socket = connect()) {
            send(socket, bytes(head("/mcp", "HTTP/1.0") + "Content-Length: " + PING.length() + "\r\n\r\n" + PING));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.").contains(" 200 OK").endsWith("\"result\":{}}");
        }
    }

    @Test
    void requestsInOneGoAreAnsweredInTheirOrder() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            all.writeBytes(bytes(post("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"ping\"}")));
        }
        all.writeBytes(bytes(post("{").replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n")));
        try (Socket socket = connect()) {
            send(socket, all.toByteArray());

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            int from = 0;
            for (int i = 0; i < 100; i++) {
                from = answers.indexOf("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"result\":{}}", from);
                assertThat(from).as("answer %d", i).isNotNegative();
            }
            assertThat(answers.substring(from)).contains("HTTP/1.1 400");
        }
    }

    @Test
    void whatAnAgentCallsAToolIsNotRepeatedAtAnyLength() throws Exception {
        try (Socket socket = connect()) {
            send(
                    socket,
                    bytes(post(call("x".repeat(1_000_000), "{}"))
                            .replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n")));

            assertThat(socket.getInputStream().readAllBytes().length).isLessThan(2_000);
        }
    }

    private static Case body(String name, String body, String answer) {
        return body(name, bytes(body), answer);
    }

    private static Case body(String name, byte[] body, String answer) {
        byte[] head = bytes(head("/mcp", "HTTP/1.1") + "Content-Length: " + body.length + "\r\n\r\n");
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return new Case(name, whole, answer);
    }

    private static Case raw(String name, String text, String answer) {
        return new Case(name, bytes(text, StandardCharsets.ISO_8859_1), answer);
    }

    /** A call of a tool whose name has these bytes in it. */
    private static byte[] within(int... foreign) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"a"));
        for (int each : foreign) {
            out.write(each);
        }
        out.writeBytes(bytes("\"}}"));
        return out.toByteArray();
    }

    private static String id(String id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}";
    }

    private static String call(String name, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static String head(String target, String version) {
        return "POST " + target + " " + version + "\r\nHost: x\r\nAuthorization: Bearer " + KEY.text()
                + "\r\nContent-Type: application/json\r\n";
    }

    private static String post(String body) {
        return post(body, body.length());
    }

    private static String post(String body, int length) {
        return head("/mcp", "HTTP/1.1") + "Content-Length: " + length + "\r\n\r\n" + body;
    }

    private static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, java.nio.charset.Charset charset) {
        return text.getBytes(charset);
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", edge().port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        send(socket, bytes(text));
    }

    /** Whoever refuses a flood may close before all of it has come. */
    private static void send(Socket socket, byte[] sent) {
        try {
            socket.getOutputStream().write(sent);
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
    }

    /** Empty if the connection ends without an answer. */
    private static String statusLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                line.append((char) c);
            }
        } catch (java.net.SocketException e) {
            assertThat(e).hasMessageMatching("(?i).*(reset|closed).*");
        }
        return line.toString();
    }

    private static EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
