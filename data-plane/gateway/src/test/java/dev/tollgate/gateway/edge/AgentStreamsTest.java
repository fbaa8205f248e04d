package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.model.config.ServerConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents hear outside their calls: {@code subscriptions/listen}, and GET in a legacy session. */
class AgentStreamsTest {
    private static final URI ANYWHERE = URI.create("http://127.0.0.1:1/mcp");
    private static final String ALL =
            "{\"toolsListChanged\":true,\"promptsListChanged\":true,\"resourcesListChanged\":true,"
                    + "\"resourceSubscriptions\":[\"crm://a\",\"erp://b\"]}";
    private static final String ID = "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":\"s-1\"}";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig crm = tenant.server("crm", ANYWHERE);
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        tenant.server("erp", ANYWHERE);
        tenant.tool(crm, "find");
        EdgeServer edge = new EdgeServer();
        edge.upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"prompts\":[]}"), false, null));
        edge.snapshots.publish(tenant);
        started = edge;
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private HttpRequest.Builder listen(IssuedKey by, String notifications) {
        return edge().post(
                        by.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"method\":\"subscriptions/listen\",\"params\":{"
                                + "\"notifications\":" + notifications
                                + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen");
    }

    private HttpRequest.Builder get(@Nullable String session) {
        HttpRequest.Builder get = HttpRequest.newBuilder(edge().url())
                .header("Authorization", "Bearer " + key.text())
                .header("Accept", "text/event-stream")
                .GET();
        return session == null ? get : get.header("Mcp-Session-Id", session);
    }

    private String session() throws Exception {
        return edge().send(edge().post(
                                key.text(),
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                                        + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}}"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
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

    private static String said(String method, String members) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + method + "\",\"params\":{" + ID
                + (members.isEmpty() ? "" : "," + members) + "}}";
    }

    @Test
    void anAgentHearsWhatItAskedForOfTheServersThatItSees() throws Exception {
        Iterator<String> lines = edge().stream(listen(key, ALL)).body().iterator();

        assertThat(nextData(lines))
                .startsWith("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":{"
                        + ID)
                .contains("\"toolsListChanged\":true,\"promptsListChanged\":true,\"resourcesListChanged\":true")
                .contains("crm://a", "erp://b");
        eventually(() -> edge().listeners.size() == 1
                && edge().listeners.getFirst().wanted.resourceUris().size() == 2);
        EdgeServer.Listener ear = edge().listeners.getFirst();
        assertThat(ear.server).isEqualTo("crm");
        ear.say("notifications/prompts/list_changed", "{}");
        assertThat(nextData(lines)).isEqualTo(said("prompts/list_changed", ""));
        ear.say("notifications/resources/updated", "{\"uri\":\"crm://other\"}");
        ear.say("notifications/message", "{\"level\":\"info\"}");
        ear.say("notifications/resources/updated", "{\"uri\":\"crm://a\",\"x\":1}");
        assertThat(nextData(lines)).isEqualTo(said("resources/updated", "\"uri\":\"crm://a\""));
        ear.say("notifications/resources/list_changed", "{}");
        assertThat(nextData(lines)).isEqualTo(said("resources/list_changed", ""));
    }

    @Test
    void anAgentHearsNothingThatItDidNotAskFor() throws Exception {
        Iterator<String> lines = edge().stream(listen(key, "{\"promptsListChanged\":true}"))
                .body()
                .iterator();
        assertThat(nextData(lines)).contains("\"notifications\":{\"promptsListChanged\":true}");
        eventually(() -> edge().listeners.size() == 1);
        assertThat(edge().listeners.getFirst().wanted).isEqualTo(new Wanted(false, true, false, Set.of()));

        edge().listeners.getFirst().say("notifications/resources/list_changed", "{}");
        tenant.tool(crm, "more");
        edge().snapshots.publish(tenant);
        edge().listeners.getFirst().say("notifications/prompts/list_changed", "{}");

        assertThat(nextData(lines)).isEqualTo(said("prompts/list_changed", ""));
    }

    @Test
    void aChangeOfTheToolsThatTheKeySeesIsHeardAndNoOther() throws Exception {
        Iterator<String> lines =
                edge().stream(listen(key, "{\"toolsListChanged\":true}")).body().iterator();
        nextData(lines);

        // Nothing that the key sees; then something.
        tenant.key("erp__*");
        edge().snapshots.publish(tenant);
        tenant.tool(crm, "more");
        edge().snapshots.publish(tenant);
        assertThat(nextData(lines)).isEqualTo(said("tools/list_changed", ""));
        tenant.tool(crm, "and-more");
        edge().snapshots.publish(tenant);
        assertThat(nextData(lines)).isEqualTo(said("tools/list_changed", ""));
    }

    @Test
    void aServersWordThatItsToolsChangedIsHeardAtOnce() throws Exception {
        Iterator<String> lines =
                edge().stream(listen(key, "{\"toolsListChanged\":true}")).body().iterator();
        nextData(lines);
        eventually(() -> edge().listeners.size() == 1);
        assertThat(edge().listeners.getFirst().wanted).isEqualTo(new Wanted(true, false, false, Set.of()));

        edge().listeners.getFirst().say("notifications/tools/list_changed", "{}");

        assertThat(nextData(lines)).isEqualTo(said("tools/list_changed", ""));
    }

    @Test
    void aServerOfWhichNoToolIsSeenIsNotListenedToForItsTools() throws Exception {
        IssuedKey both = tenant.key("crm__*", "erp__*");
        edge().snapshots.publish(tenant);

        nextData(edge().stream(listen(both, "{\"toolsListChanged\":true,\"promptsListChanged\":true}"))
                .body()
                .iterator());

        eventually(() -> edge().listeners.size() == 2);
        assertThat(edge().listeners)
                .extracting(ear -> ear.server + " " + ear.wanted.toolsChanged())
                .containsExactlyInAnyOrder("crm true", "erp false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools", "prompts", "resources"})
    void aServerThatTalksWithoutEndIsHeardOnceAndOnceMoreAfterAPause(String list) throws Exception {
        Iterator<String> lines = edge().stream(get(session())).body().iterator();
        eventually(() -> edge().listeners.size() == 1);
        for (int i = 0; i < 1_000; i++) {
            edge().listeners.getFirst().say("notifications/" + list + "/list_changed", "{}");
        }
        String word = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + list + "/list_changed\"}";
        assertThat(nextData(lines)).isEqualTo(word);
        assertThat(nextData(lines)).isEqualTo(word);
        assertThat(edge().counted).filteredOn("bound/stream-words"::equals).hasSize(999);

        tenant.revoke(key);
        edge().snapshots.publish(tenant);

        assertThat(nextData(lines)).isNull();
    }

    @Test
    void aResourceThatChangesWithoutEndIsHeardOnceAndOnceMoreAfterAPause() throws Exception {
        Iterator<String> lines = edge().stream(listen(key, "{\"resourceSubscriptions\":[\"crm://a\"]}"))
                .body()
                .iterator();
        nextData(lines);
        eventually(() -> edge().listeners.size() == 1);
        for (int i = 0; i < 1_000; i++) {
            edge().listeners.getFirst().say("notifications/resources/updated", "{\"uri\":\"crm://a\"}");
        }

        assertThat(nextData(lines)).isEqualTo(said("resources/updated", "\"uri\":\"crm://a\""));
        assertThat(nextData(lines)).isEqualTo(said("resources/updated", "\"uri\":\"crm://a\""));
        assertThat(edge().counted).filteredOn("bound/stream-words"::equals).hasSize(999);
    }

    @Test
    void whatWasMissedWhileAServerWasLostMayHaveChanged() throws Exception {
        Iterator<String> lines = edge().stream(
                        listen(key, "{\"promptsListChanged\":true,\"resourceSubscriptions\":[\"crm://a\"]}"))
                .body()
                .iterator();
        nextData(lines);
        eventually(() -> edge().listeners.size() == 1
                && !edge().listeners.getFirst().wanted.resourceUris().isEmpty());

        edge().listeners.getFirst().loseAndListenAgain();

        assertThat(nextData(lines)).isEqualTo(said("prompts/list_changed", ""));
        assertThat(nextData(lines)).isEqualTo(said("resources/updated", "\"uri\":\"crm://a\""));
    }

    @Test
    void aRevokedKeyHearsNoMore() throws Exception {
        Iterator<String> lines = edge().stream(listen(key, ALL)).body().iterator();
        nextData(lines);
        eventually(() -> edge().listeners.size() == 1);

        tenant.revoke(key);
        edge().snapshots.publish(tenant);

        assertThat(nextData(lines))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"result\":{\"resultType\":\"complete\"," + ID + "}}");
        assertThat(nextData(lines)).isNull();
        eventually(() -> edge().listeners.isEmpty());
    }

    @Test
    void aGatewayThatLeavesEndsItsStreams() throws Exception {
        Iterator<String> lines = edge().stream(listen(key, ALL)).body().iterator();
        nextData(lines);

        Thread leaving = Thread.ofVirtual().start(() -> {
            try {
                edge().drain.leave(Duration.ofMillis(400), Duration.ZERO, () -> 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(nextData(lines)).contains("\"resultType\":\"complete\"");
        assertThat(nextData(lines)).isNull();
        leaving.join();
    }

    @Test
    void anAgentThatGoesIsListenedForNoMore() throws Exception {
        HttpResponse<Stream<String>> stream = edge().stream(listen(key, ALL));
        nextData(stream.body().iterator());
        eventually(() -> edge().listeners.size() == 1);

        stream.body().close();

        eventually(() -> edge().listeners.isEmpty());
    }

    @Test
    void aLegacySessionHearsAllListsByGet() throws Exception {
        Iterator<String> lines = edge().stream(get(session())).body().iterator();
        eventually(() -> edge().listeners.size() == 1);

        edge().listeners.getFirst().say("notifications/resources/list_changed", "{}");
        tenant.tool(crm, "more");
        edge().snapshots.publish(tenant);

        assertThat(List.of(String.valueOf(nextData(lines)), String.valueOf(nextData(lines))))
                .containsExactlyInAnyOrder(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/list_changed\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
    }

    @Test
    void aGetWithoutASessionIsNotServed() throws Exception {
        assertThat(edge().send(get(null)).statusCode()).isEqualTo(405);
        assertThat(edge().send(get("own.AAAA")).statusCode()).isEqualTo(404);
        assertThat(edge().send(get(session()).setHeader("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(406);
        assertThat(edge().send(get(session()).setHeader("Authorization", "Bearer x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"resourceSubscriptions\":7}",
                "{\"resourceSubscriptions\":[7]}",
            })
    void whatCannotBeListenedToIsSaid(String notifications) throws Exception {
        assertThat(edge().send(listen(key, notifications)).body())
                .contains("-32602")
                .contains("params.notifications");
    }

    @Test
    void whoHearsNoStreamCannotListen() throws Exception {
        HttpResponse<String> response = edge().send(listen(key, ALL).setHeader("Accept", "application/json"));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/event-stream");
    }

    @Test
    void aKeyHasSoManyStreamsAndNoMore() throws Exception {
        List<HttpResponse<Stream<String>>> open = new ArrayList<>();
        for (int i = 0; i < AgentStreams.PER_KEY_MAX; i++) {
            open.add(edge().stream(listen(key, ALL)));
        }

        assertThat(edge().send(listen(key, ALL)).body()).contains("32 streams open");
        assertThat(edge().counted).contains("bound/streams-per-key");
        assertThat(edge().send(get(session())).statusCode()).isEqualTo(503);

        open.getFirst().body().close();
        eventually(() -> edge().listeners.size() == AgentStreams.PER_KEY_MAX - 1);
        assertThat(nextData(edge().stream(listen(key, ALL)).body().iterator())).contains("acknowledged");
    }
}
