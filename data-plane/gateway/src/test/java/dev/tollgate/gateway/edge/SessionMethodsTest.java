package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.session.TestRegion;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.seal.Seal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A legacy session over two gateways: what is said at one, the other knows. */
class SessionMethodsTest {
    private static final String KEYS = "k=" + Base64.getEncoder().encodeToString(new byte[32]);

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("crm__*");
    private final TestRegion region = new TestRegion();
    private @Nullable EdgeServer first;
    private @Nullable EdgeServer second;

    @BeforeEach
    void start() throws Exception {
        tenant.tool(server, "find");
        first = gateway();
        second = gateway();
    }

    private EdgeServer gateway() throws Exception {
        EdgeServer gateway = new EdgeServer(Seal.of(List.of(KEYS)), "http://127.0.0.1:1", 0, region);
        gateway.snapshots.publish(tenant);
        return gateway;
    }

    @AfterEach
    void stop() throws Exception {
        one().close();
        two().close();
    }

    private EdgeServer one() {
        return Objects.requireNonNull(first);
    }

    private EdgeServer two() {
        return Objects.requireNonNull(second);
    }

    private HttpRequest.Builder request(EdgeServer at, String method, String params) {
        return at.post(
                key.text(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    private String session() throws Exception {
        return one().send(request(one(), "initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private String ask(EdgeServer at, String session, String method, String params) throws Exception {
        return at.send(request(at, method, params).header("Mcp-Session-Id", session))
                .body();
    }

    private static @Nullable String nextData(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data: {")) {
                return line.substring(6);
            }
        }
        return null;
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private HttpResponse<Stream<String>> listen(EdgeServer at, String session) throws Exception {
        return at.stream(HttpRequest.newBuilder(at.url())
                .header("Authorization", "Bearer " + key.text())
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .GET());
    }

    @Test
    void aSubscriptionAtOneGatewayIsHeardAtTheOtherAndAfterItsEndAtAny() throws Exception {
        String session = session();
        Iterator<String> lines = listen(two(), session).body().iterator();
        eventually(() -> two().listeners.size() == 1);

        assertThat(ask(one(), session, "resources/subscribe", "{\"uri\":\"crm://a\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

        eventually(() -> two().listeners.getFirst().wanted.resourceUris().contains("crm://a"));
        two().listeners.getFirst().say("notifications/resources/updated", "{\"uri\":\"crm://a\"}");
        assertThat(nextData(lines))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\",\"params\":{"
                        + "\"uri\":\"crm://a\"}}");
        // The gateway is lost; the client listens at the other, which knows.
        two().close();
        Iterator<String> again = listen(one(), session).body().iterator();
        eventually(() -> !one().listeners.isEmpty()
                && one().listeners.getFirst().wanted.resourceUris().contains("crm://a"));
        one().listeners.getFirst().say("notifications/resources/updated", "{\"uri\":\"crm://a\"}");
        assertThat(nextData(again)).contains("resources/updated");

        assertThat(ask(one(), session, "resources/unsubscribe", "{\"uri\":\"crm://a\"}"))
                .contains("\"result\":{}");
        eventually(() -> one().listeners.getFirst().wanted.resourceUris().isEmpty());
    }

    @Test
    void whatTheKeyDoesNotSeeCannotBeSubscribedTo() throws Exception {
        tenant.server("erp", URI.create("http://127.0.0.1:1/mcp"));
        IssuedKey narrow = tenant.key("crm__crm://pub/*");
        one().snapshots.publish(tenant);
        String session = one().send(one().post(
                                narrow.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                                        + "\"protocolVersion\":\"2025-11-25\"}}"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();

        String body = one().send(one().post(
                                narrow.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{"
                                        + "\"uri\":\"crm://priv/1\"}}")
                        .header("Mcp-Session-Id", session))
                .body();

        assertThat(body).contains("-32002").contains("Resource not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources/subscribe   | {}                | params.uri",
                "resources/unsubscribe | {\"uri\":7}     | params.uri",
                "logging/setLevel      | {}                | params.level",
                "logging/setLevel      | {\"level\":\"loud\"} | debug, info, notice"
            })
    void whatIsMissingIsSaid(String method, String params, String said) throws Exception {
        assertThat(ask(one(), session(), method, params)).contains("-32602").contains(said);
    }

    @Test
    void theseMethodsNeedASession() throws Exception {
        assertThat(one().send(request(one(), "logging/setLevel", "{\"level\":\"info\"}"))
                        .body())
                .contains("-32600")
                .contains("initialize");
    }

    @Test
    void whileTheTopicIsAwayTheAgentIsToldToComeBack() throws Exception {
        String session = session();
        region.away = true;

        HttpResponse<String> response = one().send(request(one(), "logging/setLevel", "{\"level\":\"info\"}")
                .header("Mcp-Session-Id", session));

        assertThat(response.body()).contains("-32603").contains("Try again later");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    }

    private static String log(String level) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"" + level + "\"}}";
    }

    private void logsAllLevels(EdgeServer at) {
        at.upstream = (_, listener) -> {
            for (String level : List.of("debug", "info", "error")) {
                listener.notification(EdgeServer.json(log(level)));
            }
            listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
        };
    }

    @Test
    void logMessagesComeFromTheLevelThatWasSetAtAnyGateway() throws Exception {
        String session = session();
        logsAllLevels(two());
        assertThat(ask(two(), session, "tools/call", "{\"name\":\"crm__find\"}"))
                .contains(log("debug"), log("info"), log("error"));

        ask(one(), session, "logging/setLevel", "{\"level\":\"warning\"}");

        assertThat(ask(two(), session, "tools/call", "{\"name\":\"crm__find\"}"))
                .contains(log("error"))
                .doesNotContain(log("debug"), log("info"));
    }

    @Test
    void aModernAgentHearsTheLogMessagesThatItsRequestAsksFor() throws Exception {
        logsAllLevels(one());
        for (String asked : List.of("", ",\"io.modelcontextprotocol/logLevel\":\"info\"")) {
            String body = one().send(one().post(
                                    key.text(),
                                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{"
                                            + "\"name\":\"crm__find\",\"_meta\":{"
                                            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                                            + "\"io.modelcontextprotocol/clientCapabilities\":{}" + asked + "}}}")
                            .header("MCP-Protocol-Version", "2026-07-28")
                            .header("Mcp-Method", "tools/call")
                            .header("Mcp-Name", "crm__find"))
                    .body();

            assertThat(body).doesNotContain(log("debug"));
            assertThat(body.contains(log("info"))).isEqualTo(!asked.isEmpty());
        }
    }

    @Test
    void aCancellationAtOneGatewayEndsTheCallAtTheOther() throws Exception {
        String session = session();
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> {
            try {
                return two().send(request(two(), "tools/call", "{\"name\":\"crm__find\"}")
                        .header("Mcp-Session-Id", session));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        eventually(() -> two().calls.size() == 1);

        for (String id : List.of("2", "\"1\"", "1")) {
            HttpResponse<String> cancelled = one().send(one().post(
                            key.text(),
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                                    + id + "}}")
                    .header("Mcp-Session-Id", session));
            assertThat(cancelled.statusCode()).isEqualTo(202);
            assertThat(call.isDone() && !id.equals("1")).isFalse();
        }

        assertThat(call.get().body()).isEmpty();
        assertThat(two().cancelled.take()).isEqualTo("find");
        assertThat(two().nextEvent().status()).isEqualTo(CallStatus.CANCELLED);
    }

    @Test
    void anEndedSessionIsOverEverywhere() throws Exception {
        String session = session();
        Iterator<String> lines = listen(two(), session).body().iterator();
        eventually(() -> two().listeners.size() == 1);
        HttpRequest.Builder delete = HttpRequest.newBuilder(one().url())
                .header("Authorization", "Bearer " + key.text())
                .header("Mcp-Session-Id", session)
                .DELETE();

        assertThat(one().send(delete).statusCode()).isEqualTo(202);

        assertThat(nextData(lines)).isNull();
        assertThat(two().send(request(two(), "tools/list", "{}").header("Mcp-Session-Id", session))
                        .statusCode())
                .isEqualTo(404);
        assertThat(one().send(delete).statusCode()).isEqualTo(404);
    }

    @Test
    void who_ends_a_session_finds_it_over_before_that_gateway_has_read_of_it() throws Exception {
        String session = session();
        region.stopReading();

        assertThat(one().send(HttpRequest.newBuilder(one().url())
                                .header("Authorization", "Bearer " + key.text())
                                .header("Mcp-Session-Id", session)
                                .DELETE())
                        .statusCode())
                .isEqualTo(202);

        assertThat(one().send(request(one(), "tools/list", "{}").header("Mcp-Session-Id", session))
                        .statusCode())
                .isEqualTo(404);
        region.readOn();
        assertThat(two().send(request(two(), "tools/list", "{}").header("Mcp-Session-Id", session))
                        .statusCode())
                .isEqualTo(404);
    }
}
