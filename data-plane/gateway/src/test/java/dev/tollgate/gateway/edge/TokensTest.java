package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.token.TestCounters;
import dev.tollgate.gateway.token.TokenCounters;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of calls as they stand on events, whichever way a call ends. */
class TokensTest {
    private static final String ARGUMENTS = "{\"q\": \"hello world\"}";
    private static final String RESULT = "{\"content\":[{\"type\":\"text\",\"text\":\"hello world\"}]}";
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}},"
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}},";

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig find = tenant.tool(server, "find");
    private final IssuedKey key = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    /** So that no test waits for it, or sees that another did not. */
    @BeforeAll
    static void build() {
        for (TokenEncoding encoding : TokenEncoding.values()) {
            TestCounters.count("", encoding);
        }
    }

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        answer(new UpstreamReply.Result(EdgeServer.json(RESULT), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private void answer(UpstreamReply reply) {
        edge().upstream = (_, listener) -> listener.reply(reply);
    }

    private static String listed(ToolConfig tool) {
        return tool.definition().replace("\"" + tool.name() + "\"", "\"crm__" + tool.name() + "\"");
    }

    private static long tokens(String text) {
        return TestCounters.count(text, TokenEncoding.O200K);
    }

    private static String call(String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + meta
                + "\"name\":\"crm__find\",\"arguments\":" + ARGUMENTS + "}}";
    }

    private HttpRequest.Builder legacy() {
        return edge().post(key.text(), call(""));
    }

    private HttpRequest.Builder modern() {
        return edge().post(key.text(), call(META))
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find");
    }

    /** The event of a call that is answered: it is there when the answer is. */
    private EventDraft event(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = edge().send(request);
        assertThat(answer.body()).isNotEmpty();
        assertThat(edge().events).hasSize(1);
        return edge().nextEvent();
    }

    private static TokenUse used(EventDraft event) {
        return Objects.requireNonNull(event.tokens());
    }

    @Test
    void countsWhatWasListedSaidAndAnsweredAndWhatThatCosts() throws Exception {
        // given
        ModelConfig model = tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        // when
        EventDraft event = event(modern().header("X-Tollgate-Parent-Usage", "input=1234, output=56"));
        // then
        long definitions = tokens(listed(find));
        long cost = definitions * 500 + tokens(ARGUMENTS) * 10_000 + tokens(RESULT) * 2_000;
        assertThat(event.tokens())
                .isEqualTo(new TokenUse(
                        definitions,
                        tokens(ARGUMENTS),
                        tokens(RESULT),
                        TokenEncoding.O200K,
                        "large",
                        model.id(),
                        3L,
                        cost));
        assertThat(event.parentUsage()).isEqualTo(new ParentUsage(1_234, 56));
        assertThat(event.cost().nanos()).isZero();
        assertThat(edge().counted).contains("tokens");
    }

    @Test
    void countsByTheModelThatTheAgentNames() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        ModelConfig small = tenant.model("small", TokenEncoding.CL100K, false);
        ModelConfig closed = tenant.model("closed", TokenEncoding.BYTES, false);
        edge().snapshots.publish(tenant);

        TokenUse ofSmall = used(event(legacy().header("X-Tollgate-Model", "small")));
        TokenUse ofClosed = used(event(legacy().header("X-Tollgate-Model", "closed")));
        TokenUse unknown = used(event(legacy().header("X-Tollgate-Model", "Small")));

        assertThat(ofSmall.modelId()).isEqualTo(small.id());
        assertThat(ofSmall.encoding()).isEqualTo(TokenEncoding.CL100K);
        assertThat(ofClosed.modelId()).isEqualTo(closed.id());
        assertThat(ofClosed.encoding()).isEqualTo(TokenEncoding.BYTES);
        assertThat(ofClosed.arguments()).isEqualTo(Math.ceilDiv(ARGUMENTS.length(), 4));
        assertThat(ofClosed.costNanos()).isPositive();
        assertThat(unknown.model()).isEqualTo("Small");
        assertThat(unknown.modelId()).isNull();
        assertThat(unknown.costNanos()).isZero();
        assertThat(unknown.encoding()).isEqualTo(TokenEncoding.O200K);
    }

    @Test
    void aTenantThatNeedsNoTokensHasNoneCounted() throws Exception {
        edge().snapshots.publish(tenant);

        EventDraft event = event(legacy().header("X-Tollgate-Model", "large"));

        assertThat(event.tokens()).isNull();
        assertThat(event.parentUsage()).isNull();
        assertThat(edge().counted).noneMatch(word -> word.startsWith("tokens"));
    }

    @Test
    void whatTheParentUsedStandsBesideItsRequestForAnyTenant() throws Exception {
        edge().snapshots.publish(tenant);

        EventDraft event = event(legacy().header("X-Tollgate-Parent-Request", "msg_01")
                .header("X-Tollgate-Parent-Usage", "input=7,output=0"));

        assertThat(event.parentUsage()).isEqualTo(new ParentUsage(7, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"input=1", "output=1, input=2", "input=-1, output=2", "input=1, output=9999999999", "a lot"})
    void whatCannotBeReadOfTheParentIsLeftOut(String usage) throws Exception {
        edge().snapshots.publish(tenant);

        EventDraft event =
                event(legacy().header("X-Tollgate-Parent-Request", "msg_01").header("X-Tollgate-Parent-Usage", usage));

        assertThat(event.parentUsage()).isNull();
        assertThat(event.status()).isEqualTo(CallStatus.OK);
    }

    /** What a server answers with. */
    enum Ending {
        TOOL_ERROR(
                new UpstreamReply.Result(EdgeServer.json("{\"isError\":true}"), true, null),
                CallStatus.TOOL_ERROR,
                "{\"isError\":true}"),
        ERROR(
                new UpstreamReply.Error(EdgeServer.json("{\"code\":-32000,\"message\":\"no\"}")),
                CallStatus.UPSTREAM_ERROR,
                ""),
        NO_OBJECT(new UpstreamReply.Result(EdgeServer.json("[]"), false, null), CallStatus.UPSTREAM_ERROR, ""),
        TIMEOUT(new UpstreamReply.Failure(UpstreamReply.Kind.TIMEOUT, "late", 0), CallStatus.TIMEOUT, ""),
        UNREACHABLE(
                new UpstreamReply.Failure(UpstreamReply.Kind.UNREACHABLE, "away", 0), CallStatus.UPSTREAM_ERROR, "");

        private final UpstreamReply reply;
        private final CallStatus status;
        private final String result;

        Ending(UpstreamReply reply, CallStatus status, String result) {
            this.reply = reply;
            this.status = status;
            this.result = result;
        }
    }

    @ParameterizedTest
    @EnumSource
    void howeverACallEndsItsTokensAreOnItsOneEvent(Ending ending) throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        answer(ending.reply);

        EventDraft event = event(legacy());

        assertThat(event.status()).isEqualTo(ending.status);
        assertThat(used(event).arguments()).isEqualTo(tokens(ARGUMENTS));
        assertThat(used(event).result()).isEqualTo(tokens(ending.result));
        assertThat(edge().endpoint.underWay()).isZero();
    }

    @Test
    void aCallThatIsRefusedHasNone() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        answer(new UpstreamReply.Failure(UpstreamReply.Kind.UNAVAILABLE, "away", 0));

        EventDraft event = event(legacy());

        assertThat(event.status()).isEqualTo(CallStatus.REFUSED);
        assertThat(event.tokens()).isNull();
    }

    @Test
    void aCallOnAStreamAndOneThatBecomesATaskHaveTheirs() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        edge().upstream = (_, listener) -> {
            listener.notification(EdgeServer.json(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":1}}"));
            listener.reply(new UpstreamReply.Result(EdgeServer.json(RESULT), false, null));
        };
        EventDraft streamed = event(legacy());
        String task = "{\"resultType\":\"task\",\"taskId\":\"raw\",\"status\":\"working\",\"ttlMs\":1}";
        answer(new UpstreamReply.Result(EdgeServer.json(task), false, "task"));
        EventDraft asTask = event(modern());

        assertThat(used(streamed).result()).isEqualTo(tokens(RESULT));
        assertThat(used(asTask).result()).isEqualTo(tokens(task));
    }

    @Test
    void aCallThatNobodyWaitsForIsCountedToo() throws Exception {
        // given one that its server does not answer
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        edge().upstream = (_, _) -> {};
        CompletableFuture<HttpResponse<String>> unanswered = edge().begin(legacy());
        while (edge().calls.isEmpty()) {
            Thread.onSpinWait();
        }
        // when
        unanswered.cancel(true);
        EventDraft sent = edge().nextEvent();
        // and one that waits for its limits
        LimitConfig limit = tenant.limit(QuotaUnit.CALLS, 10);
        edge().ledger.know(limit);
        edge().ledger.silence(true);
        edge().snapshots.publish(tenant);
        CompletableFuture<HttpResponse<String>> waiting = edge().begin(legacy());
        while (edge().ledger.requests.get() == 0) {
            Thread.onSpinWait();
        }
        waiting.cancel(true);
        EventDraft unsent = edge().nextEvent();
        // then
        for (EventDraft event : List.of(sent, unsent)) {
            assertThat(event.status()).isEqualTo(CallStatus.CANCELLED);
            assertThat(used(event).arguments()).isEqualTo(tokens(ARGUMENTS));
            assertThat(used(event).result()).isZero();
        }
        assertThat(edge().calls).hasSize(1);
        assertThat(edge().events).isEmpty();
        assertThat(edge().endpoint.underWay()).isZero();
    }

    @Test
    void busyCountersEstimateAndNobodyWaitsForThem() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);

        Runnable letGo = TestCounters.occupy(edge().tokens, 0);
        TokenUse late = used(event(legacy()));
        TokenUse busy = used(event(legacy()));
        letGo.run();

        assertThat(List.of(late, busy)).allSatisfy(use -> {
            assertThat(use.encoding()).isEqualTo(TokenEncoding.BYTES);
            assertThat(use.definitions()).isEqualTo(Math.ceilDiv(listed(find).length(), 4));
            assertThat(use.arguments()).isEqualTo(Math.ceilDiv(ARGUMENTS.length(), 4));
            assertThat(use.result()).isEqualTo(Math.ceilDiv(RESULT.length(), 4));
            assertThat(use.modelId()).isNotNull();
        });
        assertThat(edge().counted).contains("tokens/LATE", "tokens/BUSY");
        assertThat(used(event(legacy())).encoding()).isEqualTo(TokenEncoding.O200K);
        assertThat(edge().events).isEmpty();
    }

    @Test
    void aLongResultIsEstimated() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        String text = "{\"text\":\"" + "a b ".repeat(TokenCounters.TEXT_BYTES_MAX / 4) + "\"}";
        answer(new UpstreamReply.Result(EdgeServer.json(text), false, null));

        TokenUse use = used(event(legacy()));

        assertThat(use.encoding()).isEqualTo(TokenEncoding.BYTES);
        assertThat(use.result()).isEqualTo(Math.ceilDiv(text.length(), 4));
        assertThat(edge().counted).contains("tokens/SIZE");
    }

    @Test
    void aPriceByTokensChargesThem() throws Exception {
        PriceComponent said = byTokens(Content.ARGUMENTS, "0.001");
        PriceComponent read = byTokens(Content.RESULT, "0.000002");
        tenant.price(server, "find", new PriceTerms(List.of(said, read), null, null, FailureCharges.FREE));
        edge().snapshots.publish(tenant);

        EventDraft event = event(legacy());

        assertThat(event.cost().quantities()).containsExactly(tokens(ARGUMENTS), tokens(RESULT));
        assertThat(event.cost().nanos()).isEqualTo(tokens(ARGUMENTS) * 1_000_000 + tokens(RESULT) * 2_000);
        assertThat(used(event).model()).isNull();
        assertThat(used(event).costNanos()).isZero();
    }

    private static PriceComponent byTokens(Content of, String dollars) {
        return new PriceComponent(
                new Measure.Tokens(of), null, List.of(new Tier(null, new Rate(Money.ofDollars(dollars), 1))));
    }

    @Test
    void definitionsAreThoseThatTheCallerIsListed() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        long one = used(event(legacy())).definitions();
        ToolConfig read = tenant.tool(server, "read");
        tenant.tool(tenant.server("erp", URI.create("http://127.0.0.1:1/mcp")), "pay");
        edge().snapshots.publish(tenant);

        long two = used(event(legacy())).definitions();
        long narrowed = used(event(legacy().header("X-Tollgate-Exclude-Tools", "crm__read")))
                .definitions();

        assertThat(one).isEqualTo(tokens(listed(find)));
        assertThat(two).isEqualTo(one + tokens(listed(read)));
        assertThat(narrowed).isEqualTo(one);
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws Exception {
        tenant.model("large", TokenEncoding.O200K, true);
        edge().snapshots.publish(tenant);
        edge().recording = false;

        assertThat(edge().send(legacy()).body()).contains("could not record it").doesNotContain("hello world");
    }
}
