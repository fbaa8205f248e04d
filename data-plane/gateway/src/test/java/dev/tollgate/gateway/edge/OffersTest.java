package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts, resources and completion: seen by the rule that guards tools, asked of the servers that have them. */
class OffersTest {
    private static final URI ANYWHERE = URI.create("http://127.0.0.1:1/mcp");
    private static final String UNKNOWN_METHOD = "{\"code\":-32601,\"message\":\"no\"}";

    private final TestTenant tenant = new TestTenant();
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.server("crm", ANYWHERE);
        tenant.server("docs", ANYWHERE, List.of("*"), PrefixMode.NEVER);
        tenant.server("shut", ANYWHERE, List.of(), PrefixMode.NEVER);
        edge().byServer
                .put(
                        "crm",
                        server(Map.of(
                                "prompts/list",
                                "{\"prompts\":[{\"name\":\"write\",\"n\":1.50},{\"name\":\"reply\"}]}",
                                "resources/list",
                                "{\"resources\":[{\"uri\":\"crm://a\",\"name\":\"A\"},{\"uri\":\"shared://x\"}]}",
                                "resources/templates/list",
                                "{\"resourceTemplates\":[{\"uriTemplate\":\"crm://{id}\"}]}")));
        edge().byServer
                .put(
                        "docs",
                        server(Map.of(
                                "prompts/list",
                                "{\"prompts\":[{\"name\":\"write\"}]}",
                                "resources/list",
                                "{\"resources\":[{\"uri\":\"docs://pub/1\"},{\"uri\":\"docs://priv/1\"},{\"uri\":\"shared://x\"}]}",
                                "resources/templates/list",
                                "{\"resourceTemplates\":[{\"uriTemplate\":\"docs://pub/{+path}\"}]}")));
        edge().byServer.put("shut", server(Map.of("prompts/list", "{\"prompts\":[{\"name\":\"secret\"}]}")));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    /** A server that answers lists as given and everything else with its own name for what it was asked. */
    private static BiConsumer<UpstreamCall, UpstreamListener> server(Map<String, String> lists) {
        return (call, listener) -> {
            String list = lists.get(call.method());
            if (list != null) {
                listener.reply(new UpstreamReply.Result(EdgeServer.json(list), false, null));
            } else if (call.method().endsWith("/list")) {
                listener.reply(new UpstreamReply.Error(EdgeServer.json(UNKNOWN_METHOD)));
            } else {
                listener.reply(new UpstreamReply.Result(
                        EdgeServer.json("{\"asked\":" + call.params() + ",\"as\":\"" + call.name() + "\"}"),
                        false,
                        null));
            }
        };
    }

    private String ask(IssuedKey key, String method, String params, String... headers) throws Exception {
        edge().snapshots.publish(tenant);
        var request = edge().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = edge().send(request);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static String result(String json) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + json + "}";
    }

    @Test
    void promptsOfAllServersAreListedUnderTheirExposedNames() throws Exception {
        assertThat(ask(tenant.key("*"), "prompts/list", "{}"))
                .isEqualTo(result("{\"prompts\":[{\"name\":\"crm__reply\"},{\"name\":\"crm__write\",\"n\":1.50},"
                        + "{\"name\":\"write\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm__*       | {\"name\":\"crm__reply\"},{\"name\":\"crm__write\",\"n\":1.50}",
                "crm__re*     | {\"name\":\"crm__reply\"}",
                "*__write     | {\"name\":\"crm__write\",\"n\":1.50},{\"name\":\"write\"}",
                "docs__*      | {\"name\":\"write\"}",
                "erp__*       | ''"
            })
    void aKeySeesThePromptsThatItsGrantsMatch(String grant, String seen) throws Exception {
        assertThat(ask(tenant.key(grant), "prompts/list", "{}")).isEqualTo(result("{\"prompts\":[" + seen + "]}"));
    }

    @Test
    void serversThatAKeyDoesNotSeeAreNotAsked() throws Exception {
        ask(tenant.key("crm__*"), "prompts/list", "{}");

        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void aRequestNarrowsWhatIsListed() throws Exception {
        IssuedKey key = tenant.key("*");

        assertThat(ask(key, "prompts/list", "{}", "X-Tollgate-Include-Servers", "docs"))
                .isEqualTo(result("{\"prompts\":[{\"name\":\"write\"}]}"));
        assertThat(ask(key, "prompts/list", "{}", "X-Tollgate-Exclude-Tools", "crm__w*"))
                .isEqualTo(result("{\"prompts\":[{\"name\":\"crm__reply\"},{\"name\":\"write\"}]}"));
    }

    @Test
    void aListIsAskedForOnceInAWhile() throws Exception {
        IssuedKey key = tenant.key("*");
        ask(key, "prompts/list", "{}");
        ask(key, "prompts/list", "{}");

        assertThat(edge().calls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"crm__write,write", "write,write", "docs__write,write"})
    void aPromptIsAskedOfItsServerUnderItsOwnName(String exposed, String own) throws Exception {
        String answer = ask(
                tenant.key("*"), "prompts/get", "{\"arguments\":{\"a\":1e400},\"name\":\"" + exposed + "\",\"x\":1}");

        assertThat(answer)
                .isEqualTo(result("{\"asked\":{\"arguments\":{\"a\":1e400},\"name\":\"" + own + "\",\"x\":1},\"as\":\""
                        + own + "\"}"));
        EventDraft event = edge().nextEvent();
        assertThat(event.method()).isEqualTo("prompts/get");
        assertThat(event.toolName()).isEqualTo(own);
        assertThat(event.serverName()).isEqualTo(exposed.startsWith("crm") ? "crm" : "docs");
        assertThat(event.status()).isEqualTo(CallStatus.OK);
        assertThat(event.cost().nanos()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm__reply", "crm__nothing", "nothing", "shut__secret", "secret", "erp__x", "__", "crm__"})
    void aPromptThatIsNotSeenIsUnknownWhetherOrNotThereIsOne(String name) throws Exception {
        assertThat(ask(tenant.key("crm__write", "docs__zzz"), "prompts/get", "{\"name\":\"" + name + "\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"Unknown prompt: "
                        + name + "\"}}");
        EventDraft event = edge().nextEvent();
        assertThat(event.reason()).isEqualTo(RefusalReason.UNKNOWN_TOOL);
        assertThat(event.toolName()).isEqualTo(name);
        assertThat(edge().calls).isEmpty();
    }

    @Test
    void resourcesAreListedOnceUnderTheirOwnAddress() throws Exception {
        assertThat(ask(tenant.key("*"), "resources/list", "{}"))
                .isEqualTo(result("{\"resources\":[{\"uri\":\"crm://a\",\"name\":\"A\"},{\"uri\":\"shared://x\"},"
                        + "{\"uri\":\"docs://priv/1\"},{\"uri\":\"docs://pub/1\"}]}"));
        assertThat(ask(tenant.key("docs__docs://pub/*"), "resources/list", "{}"))
                .isEqualTo(result("{\"resources\":[{\"uri\":\"docs://pub/1\"}]}"));
        assertThat(ask(tenant.key("*"), "resources/templates/list", "{}"))
                .isEqualTo(result("{\"resourceTemplates\":[{\"uriTemplate\":\"crm://{id}\"},"
                        + "{\"uriTemplate\":\"docs://pub/{+path}\"}]}"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, crm://a, crm",
        "*, crm://of-a-template, crm",
        "*, shared://x, crm",
        "docs__*, shared://x, docs",
        "*, docs://pub/deep/er, docs",
        "docs__docs://pub/*, docs://pub/unlisted, docs",
        "docs__*, docs://pub/../priv/1, docs"
    })
    void aResourceIsReadOfTheServerThatHasIt(String grant, String uri, String server) throws Exception {
        assertThat(ask(tenant.key(grant), "resources/read", "{\"uri\":\"" + uri + "\"}"))
                .isEqualTo(result("{\"asked\":{\"uri\":\"" + uri + "\"},\"as\":\"" + uri + "\"}"));
        EventDraft event = edge().nextEvent();
        assertThat(event.serverName()).isEqualTo(server);
        assertThat(event.toolName()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "docs__docs://pub/*, docs://priv/1",
        "docs__docs://pub/*, docs://pub/../priv/1",
        "docs__docs://pub/*, docs://pub/%2e%2e/priv/1",
        "docs__docs://pub/*, crm://a",
        "*, nobody://has",
        "erp__*, crm://a"
    })
    void aResourceThatIsNotSeenIsNotFound(String grant, String uri) throws Exception {
        assertThat(ask(tenant.key(grant), "resources/read", "{\"uri\":\"" + uri + "\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002,\"message\":\"Resource not found: "
                        + uri + "\",\"data\":{\"uri\":\"" + uri + "\"}}}");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.UNKNOWN_TOOL);
        assertThat(edge().calls).allSatisfy(call -> assertThat(call.method()).endsWith("/list"));
    }

    @Test
    void theModernEraSaysHowLongAResourceKeepsAndThatNobodySharesIt() throws Exception {
        edge().byServer
                .put(
                        "crm",
                        (call, listener) -> listener.reply(new UpstreamReply.Result(
                                EdgeServer.json("{\"cacheScope\" : \"public\",\"contents\":[],\"ttlMs\":5}"),
                                false,
                                "complete")));
        edge().byServer.put("docs", server(Map.of()));
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
        String[] headers = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "resources/read", "Mcp-Name", "crm://a"
        };

        assertThat(ask(tenant.key("crm__*"), "resources/read", "{\"uri\":\"crm://a\"," + meta + "}", headers))
                .isEqualTo(result("{\"cacheScope\" : \"private\",\"contents\":[],\"ttlMs\":5}"));
        headers[5] = "docs://a";
        IssuedKey key = tenant.key("docs__*");
        assertThat(ask(key, "resources/read", "{\"uri\":\"docs://a\"," + meta + "}", headers))
                .isEqualTo(result("{\"resultType\":\"complete\",\"ttlMs\":0,\"cacheScope\":\"private\","
                        + "\"asked\":{\"uri\":\"docs://a\"},\"as\":\"docs://a\"}"));
        headers[5] = "docs://b";
        HttpResponse<String> mismatch = edge().send(edge().post(
                        key.text(),
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"docs://a\","
                                + meta + "}}")
                .headers(headers));
        assertThat(mismatch.statusCode()).isEqualTo(400);
        assertThat(mismatch.body()).contains("-32020");
    }

    @Test
    void completionGoesToTheServerOfWhatIsCompleted() throws Exception {
        IssuedKey key = tenant.key("*");

        assertThat(ask(
                        key,
                        "completion/complete",
                        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"crm__write\"},\"argument\":{\"name\":\"a\"}}"))
                .isEqualTo(result("{\"asked\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"write\"},"
                        + "\"argument\":{\"name\":\"a\"}},\"as\":\"null\"}"));
        assertThat(ask(
                        key,
                        "completion/complete",
                        "{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"docs://pub/{+path}\"}}"))
                .isEqualTo(result("{\"asked\":{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"docs://pub/{+path}\"}},"
                        + "\"as\":\"null\"}"));
        assertThat(ask(key, "completion/complete", "{\"ref\":{\"type\":\"ref/thing\",\"name\":\"x\"}}"))
                .contains("-32602")
                .contains("params.ref");
        assertThat(ask(
                        tenant.key("erp__*"),
                        "completion/complete",
                        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"crm__write\"}}"))
                .contains("Unknown prompt: crm__write");
    }

    @Test
    void aServerThatHangsHoldsUpNoList() throws Exception {
        edge().byServer.put("docs", (_, _) -> {});

        assertThat(ask(tenant.key("*"), "prompts/list", "{}"))
                .isEqualTo(result("{\"prompts\":[{\"name\":\"crm__reply\"},{\"name\":\"crm__write\",\"n\":1.50}]}"));
        assertThat(edge().calls).hasSize(2);
        // It is not asked again while it owes an answer.
        ask(tenant.key("*"), "prompts/list", "{}");
        assertThat(edge().calls).hasSize(2);
    }

    /** A second server whose prompts are not prefixed, behind docs by its name. */
    private IssuedKey keyOfTwoWithoutPrefix() {
        tenant.server("wiki", ANYWHERE, List.of("*"), PrefixMode.NEVER);
        edge().byServer
                .put("wiki", server(Map.of("prompts/list", "{\"prompts\":[{\"name\":\"write\"},{\"name\":\"own\"}]}")));
        return tenant.key("docs__*", "wiki__*");
    }

    @Test
    void ofTwoPromptsOfOneNameTheFirstServersIsMeant() throws Exception {
        IssuedKey key = keyOfTwoWithoutPrefix();

        assertThat(ask(key, "prompts/get", "{\"name\":\"write\"}")).contains("\"asked\"");
        assertThat(edge().calls.getLast().method()).isEqualTo("prompts/get");
        assertThat(edge().nextEvent().serverName()).isEqualTo("docs");
        ask(key, "prompts/get", "{\"name\":\"own\"}");
        assertThat(edge().nextEvent().serverName()).isEqualTo("wiki");
        assertThat(ask(key, "prompts/get", "{\"name\":\"none\"}")).contains("Unknown prompt: none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "away"})
    void aFirstServerThatDoesNotSayWhatItHasIsNotPassedOverForAnother(String how) throws Exception {
        IssuedKey key = keyOfTwoWithoutPrefix();
        edge().byServer.put("docs", (_, listener) -> {
            if (how.equals("away")) {
                listener.reply(new UpstreamReply.Failure(UpstreamReply.Kind.UNREACHABLE, "gone", 0));
            }
        });

        assertThat(ask(key, "prompts/get", "{\"name\":\"write\"}"))
                .contains("-32603")
                .contains("The server docs did not say in time whether this prompt is its own");
        EventDraft event = edge().nextEvent();
        assertThat(event.serverName()).isEqualTo("docs");
        assertThat(event.reason()).isEqualTo(RefusalReason.UPSTREAM_UNAVAILABLE);
        assertThat(ask(
                        key,
                        "completion/complete",
                        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"write\"},\"argument\":{\"name\":\"a\"}}"))
                .contains("The server docs did not say in time");
        edge().nextEvent();
        assertThat(edge().calls).allSatisfy(call -> assertThat(call.method()).isEqualTo("prompts/list"));
        assertThat(ask(key, "prompts/get", "{\"name\":\"write\"}", "X-Tollgate-Include-Servers", "wiki"))
                .contains("\"asked\"");
        assertThat(edge().nextEvent().serverName()).isEqualTo("wiki");
    }

    @Test
    void aFirstServerThatIsAwayKeepsThePromptsThatItWasKnownToHave() throws Exception {
        IssuedKey key = keyOfTwoWithoutPrefix();
        ask(key, "prompts/list", "{}");
        edge().byServer
                .put(
                        "docs",
                        (_, listener) ->
                                listener.reply(new UpstreamReply.Failure(UpstreamReply.Kind.UNREACHABLE, "gone", 0)));

        assertThat(ask(key, "prompts/get", "{\"name\":\"write\"}"))
                .contains("-32603")
                .contains("gone");

        assertThat(edge().nextEvent().serverName()).isEqualTo("docs");
    }

    @Test
    void aServerThatFailsIsLeftOutOfTheList() throws Exception {
        edge().byServer
                .put(
                        "docs",
                        (_, listener) ->
                                listener.reply(new UpstreamReply.Failure(UpstreamReply.Kind.UNREACHABLE, "gone", 0)));

        assertThat(ask(tenant.key("*"), "prompts/list", "{}"))
                .isEqualTo(result("{\"prompts\":[{\"name\":\"crm__reply\"},{\"name\":\"crm__write\",\"n\":1.50}]}"));
    }

    @Test
    void longListsComeInPages() throws Exception {
        StringBuilder many = new StringBuilder("{\"prompts\":[{\"name\":\"p0000\"}");
        for (int i = 1; i < 1_500; i++) {
            many.append(",{\"name\":\"p%04d\"}".formatted(i));
        }
        edge().byServer
                .put("docs", server(Map.of("prompts/list", many.append("]}").toString())));
        IssuedKey key = tenant.key("docs__*");

        String first = ask(key, "prompts/list", "{}");

        assertThat(first).contains("\"p0999\"").doesNotContain("\"p1000\"").contains("\"nextCursor\":\"");
        String cursor = first.substring(first.indexOf("nextCursor") + 13, first.lastIndexOf('"'));
        assertThat(ask(key, "prompts/list", "{\"cursor\":\"" + cursor + "\"}"))
                .contains("\"p1000\"")
                .contains("\"p1499\"")
                .doesNotContain("\"p0999\"")
                .doesNotContain("nextCursor");
        assertThat(ask(key, "prompts/list", "{\"cursor\":\"x\"}")).contains("-32602");
    }

    @Test
    void aConditionHoldsForPromptsAndResourcesToo() throws Exception {
        IssuedKey key = tenant.key(List.of(
                new Grant(new ToolPattern("crm__write"), new Condition("args.n < 5")),
                new Grant(new ToolPattern("docs__docs://*"), new Condition("args.uri.startsWith('docs://pub/')"))));

        assertThat(ask(key, "prompts/list", "{}")).contains("crm__write").doesNotContain("crm__reply");
        assertThat(ask(key, "prompts/get", "{\"name\":\"crm__write\",\"arguments\":{\"n\":4}}"))
                .contains("\"asked\"");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(ask(key, "prompts/get", "{\"name\":\"crm__write\",\"arguments\":{\"n\":5}}"))
                .contains("-32602")
                .contains("write was not asked for: the condition");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CONDITION_NOT_MET);
        assertThat(ask(key, "resources/read", "{\"uri\":\"docs://pub/1\"}")).contains("\"asked\"");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(ask(key, "resources/read", "{\"uri\":\"docs://priv/1\"}")).contains("-32602");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CONDITION_NOT_MET);
    }
}
