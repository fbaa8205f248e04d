package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code protocol-cases.txt}, whose head explains how they are written. */
class ProtocolCasesTest {
    private static final TestTenant TENANT = new TestTenant();
    private static final ServerConfig SERVER = TENANT.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private static final ServerConfig HIDDEN = TENANT.server("db", URI.create("http://127.0.0.1:1/mcp"));
    private static final TestTenant.IssuedKey KEY = TENANT.key("crm__*");
    private static final TestTenant.IssuedKey KEY_DB = TENANT.key("db__*");

    private static final ServerConfig OWN =
            TENANT.server("own", URI.create("http://127.0.0.1:1/mcp")).with(new PersonalAccess(null));
    private static final IssuedKey KEY_ANN = keyOfAnn();

    private static @Nullable EdgeServer edge;
    private static String session = "";

    private record Case(String name, List<String> headers, String body, int status, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        TENANT.tool(SERVER, "find", "{\"name\":\"find\",\"inputSchema\":{\"type\":\"object\"},\"n\":1.50}");
        TENANT.tool(
                HIDDEN,
                "sql",
                "{\"name\":\"sql\",\"inputSchema\":{\"type\":\"object\",\"properties\":{"
                        + "\"region\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"},"
                        + "\"limit\":{\"properties\":{\"rows\":{\"type\":\"integer\",\"x-mcp-header\":\"Rows\"}}},"
                        + "\"ratio\":{\"type\":\"number\",\"x-mcp-header\":\"Ratio\"},"
                        + "\"bad\":{\"type\":\"string\",\"x-mcp-header\":\"a b\"}}}}");
        TENANT.put(OWN);
        TENANT.tool(OWN, "whoami");
        EdgeServer started = new EdgeServer();
        started.snapshots.publish(TENANT);
        started.upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(
                EdgeServer.json("{\"content\":[],\"big\":12345678901234567890.10}"), false, null));
        edge = started;
        session = started.send(
                        started.post(
                                KEY_ANN.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                                        + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{\"url\":{}}}}}"))
                .headers()
                .firstValue("mcp-session-id")
                .orElseThrow();
    }

    /** Of somebody who signs in, and has no connection to the server of each person's own. */
    private static IssuedKey keyOfAnn() {
        SubjectRef user = SubjectRef.of(SubjectKind.USER, UUID.randomUUID());
        TENANT.put(new SubjectConfig(TENANT.id, user, "Ann", null, List.of()));
        TENANT.put(PersonConfig.of(TENANT.id, UUID.randomUUID().toString(), user));
        return TENANT.key(user, "own__*");
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(edge).close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredAsWritten(Case each) throws Exception {
        // given
        EdgeServer server = Objects.requireNonNull(edge);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .POST(HttpRequest.BodyPublishers.ofString(each.body()))
                .setHeader("Authorization", "Bearer " + KEY.text())
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json, text/event-stream");
        for (String header : each.headers()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1)
                    .trim()
                    .replace("$KEY_DB", KEY_DB.text())
                    .replace("$KEY_ANN", KEY_ANN.text())
                    .replace("$SESSION", session)
                    .replace("$KEY", KEY.text());
            String name = header.substring(0, colon);
            request = value.isEmpty() ? without(request, name) : request.setHeader(name, value);
        }
        // when
        HttpResponse<String> response = server.send(request);
        // then
        assertThat(response.body().replaceFirst("(\"elicitationId\":\")[0-9a-f]{32}\"", "$1\\$ID\""))
                .isEqualTo(each.answer()
                        .replace("$SERVER", OWN.id().toString())
                        .replace("$ANN", KEY_ANN.config().id().toString()));
        assertThat(response.statusCode()).isEqualTo(each.status());
    }

    private static HttpRequest.Builder without(HttpRequest.Builder request, String name) {
        HttpRequest built = request.build();
        return HttpRequest.newBuilder(built, (header, _) -> !header.equalsIgnoreCase(name));
    }

    private static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProtocolCasesTest.class.getResourceAsStream("/protocol-cases.txt")),
                StandardCharsets.UTF_8))) {
            String name = "";
            String body = "";
            List<String> headers = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("= ")) {
                    name = line.substring(2);
                    headers = new ArrayList<>();
                    body = "";
                } else if (line.startsWith("H ")) {
                    headers.add(line.substring(2));
                } else if (line.startsWith("> ")) {
                    body = line.substring(2);
                } else if (line.startsWith("< ")) {
                    String[] answer = line.substring(2).split(" ", 2);
                    cases.add(new Case(
                            name, headers, body, Integer.parseInt(answer[0]), answer.length < 2 ? "" : answer[1]));
                }
            }
        }
        return cases.stream();
    }
}
