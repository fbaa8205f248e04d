package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.LimitShare;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hard limits as agents meet them on a socket, with the ledger itself behind them. */
class LimitsTest {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{},"
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"probe\",\"version\":\"7\"}},";
    private static final long CENT = 10_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("crm__*");
    private final IssuedKey other = tenant.key("crm__*");
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(server, "find");
        tenant.price(server, "find", "0.01", false);
        started.upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void lastsForWhatItPaysAndSaysThenWhatIsLeftAndWhen() throws Exception {
        // given
        LimitConfig budget = limit(QuotaUnit.NANO_DOLLARS, 3 * CENT - 1);
        // when
        assertThat(modern().body()).contains("\"result\"");
        assertThat(modern().body()).contains("\"result\"");
        HttpResponse<String> refused = modern();
        // then
        assertThat(refused.statusCode()).isEqualTo(429);
        long retryAfter =
                Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(retryAfter).isBetween(3_000L, 3_700L);
        JsonNode error = json.readTree(refused.body()).get("error");
        assertThat(error.get("code").asInt()).isEqualTo(-32603);
        assertThat(error.get("message").asText())
                .contains(
                        "it may cost $0.01",
                        "a limit of its tenant has $0.029999999 for any hour",
                        "$0.009999999 left");
        JsonNode data = error.get("data");
        assertThat(data.get("limit").asText()).isEqualTo(budget.id().toString());
        assertThat(data.get("subject").asText()).isEqualTo("tenant");
        assertThat(data.get("unit").asText()).isEqualTo("nano-dollars");
        assertThat(data.get("window").toString()).isEqualTo("{\"length\":\"1h\",\"kind\":\"rolling\"}");
        assertThat(data.get("mayCost").asText()).isEqualTo("0.01");
        assertThat(data.get("left").asText()).isEqualTo("0.009999999");
        assertThat(data.get("resetsAt").asText()).endsWith("Z");
        assertThat(data.get("retryAfterSeconds").asLong()).isEqualTo(retryAfter);
        assertThat(edge().calls).hasSize(2);
        assertCharged(edge().nextEvent(), budget, CENT);
        assertCharged(edge().nextEvent(), budget, CENT);
        EventDraft event = edge().nextEvent();
        assertThat(event.reason()).isEqualTo(RefusalReason.BUDGET_EXHAUSTED);
        assertThat(event.cost().nanos()).isZero();
        assertThat(event.charges()).isEmpty();
    }

    @Test
    void tellsTheNameOfALimitThatHasOne() throws Exception {
        // given
        LimitConfig calls = LimitConfig.of(tenant.limit(QuotaUnit.CALLS, 1).limit(), "research, a month");
        tenant.put(calls);
        edge().ledger.know(calls);
        edge().snapshots.publish(tenant);
        assertThat(modern().body()).contains("\"result\"");
        // when
        HttpResponse<String> refused = modern();
        HttpResponse<String> told = edge().send(
                        HttpRequest.newBuilder(edge().url().resolve("/v1/me/quota"))
                                .header("X-Tollgate-Key", key.text()));
        // then
        JsonNode error = json.readTree(refused.body()).get("error");
        assertThat(error.get("message").asText())
                .contains("the limit \"research, a month\" of its tenant has 1 call for any hour");
        assertThat(error.at("/data/limitName").asText()).isEqualTo("research, a month");
        assertThat(json.readTree(told.body()).at("/limits/0/limitName").asText())
                .isEqualTo("research, a month");
    }

    private static void assertCharged(EventDraft event, LimitConfig limit, long amount) {
        assertThat(event.status()).isEqualTo(CallStatus.OK);
        assertThat(event.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.lease().limit()).isEqualTo(limit.id());
            assertThat(charge.amount()).isEqualTo(amount);
        });
    }

    @Test
    void tellsALegacyClientInAnAnswerThatItReads() throws Exception {
        limit(QuotaUnit.CALLS, 1);

        legacy(key);
        HttpResponse<String> refused = legacy(key);

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(json.readTree(refused.body()).at("/error/data/mayCost").asLong())
                .isEqualTo(1);
        assertThat(edge().nextEvent().charges()).extracting(Charge::amount).containsExactly(1L);
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.RATE_LIMITED);
    }

    @Test
    void allLimitsPassOrNoneIsCharged() throws Exception {
        // given
        LimitConfig ofKey = tenant.limit(
                new QuotaSubject(QuotaSubject.Kind.KEY, key.config().id().value()), QuotaUnit.CALLS, 1);
        LimitConfig ofTenant = limit(QuotaUnit.CALLS, 3);
        edge().ledger.know(ofKey);
        edge().snapshots.publish(tenant);
        // when
        legacy(key);
        assertThat(legacy(key).body()).contains("a limit of its key");
        assertThat(legacy(other).body()).contains("\"result\"");
        assertThat(legacy(other).body()).contains("\"result\"");
        // then
        assertThat(legacy(other).body()).contains("a limit of its tenant");
        assertThat(edge().calls).hasSize(3);
        assertThat(edge().nextEvent().charges())
                .extracting(charge -> charge.lease().limit())
                .containsExactly(ofKey.id(), ofTenant.id());
    }

    @Test
    void whatDidNotGoWellTakesWhatItsPriceSays() throws Exception {
        LimitConfig budget = limit(QuotaUnit.NANO_DOLLARS, CENT);
        edge().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Result(EdgeServer.json("{\"isError\":true}"), true, null));
        for (int i = 0; i < 5; i++) {
            assertThat(legacy(key).body()).contains("isError");
            assertThat(edge().nextEvent().charges()).extracting(Charge::amount).containsExactly(0L);
        }
        edge().upstream = (_, listener) ->
                listener.reply(new UpstreamReply.Failure(UpstreamReply.Kind.UNAVAILABLE, "away", 1_000));
        legacy(key);
        assertCharged(0, budget, edge().nextEvent());
        edge().upstream = (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
        assertThat(legacy(key).body()).contains("\"result\"");
        assertThat(legacy(key).body()).contains("a limit of its tenant");
    }

    private static void assertCharged(long amount, LimitConfig limit, EventDraft event) {
        assertThat(event.reason()).isEqualTo(RefusalReason.UPSTREAM_UNAVAILABLE);
        assertThat(event.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.lease().limit()).isEqualTo(limit.id());
            assertThat(charge.amount()).isEqualTo(amount);
        });
    }

    @Test
    void whatPolicyRefusesTakesNothing() throws Exception {
        limit(QuotaUnit.CALLS, 1);
        IssuedKey conditional =
                tenant.key(List.of(new Grant(new ToolPattern("crm__*"), new Condition("agent.name == 'nobody'"))));
        edge().snapshots.publish(tenant);

        legacy(conditional);

        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.CONDITION_NOT_MET);
        assertThat(edge().ledger.requests).hasValue(0);
        assertThat(legacy(key).body()).contains("\"result\"");
    }

    @Test
    void whatRefusalsCostIsChargedWithinTheBudgetOrNotAtAll() throws Exception {
        // given a price of half a cent for refused calls, and a budget of three cents
        LimitConfig budget = limit(QuotaUnit.NANO_DOLLARS, 3 * CENT);
        tenant.tool(server, "seek");
        tenant.price(
                server,
                "seek",
                new PriceTerms(
                        PriceTerms.perCall(Money.ofDollars("0.01"), FailureCharges.FREE)
                                .components(),
                        null,
                        null,
                        new FailureCharges(
                                new FailureCharge.Free(),
                                new FailureCharge.Free(),
                                new FailureCharge.Free(),
                                new FailureCharge.Free(),
                                new FailureCharge.Fixed(Money.ofDollars("0.005")))));
        IssuedKey conditional =
                tenant.key(List.of(new Grant(new ToolPattern("crm__*"), new Condition("agent.name == 'nobody'"))));
        edge().snapshots.publish(tenant);
        assertThat(seek(key).body()).contains("\"result\"");
        long spent = edge().nextEvent().cost().nanos();
        // when refused until the gateway has something in hand for it, and on until there is nothing left
        int uncharged = 0;
        for (int i = 0; i < 5_000 && uncharged < 50; i++) {
            seek(conditional);
            EventDraft event = edge().nextEvent();
            // then
            assertThat(event.reason()).isEqualTo(RefusalReason.CONDITION_NOT_MET);
            assertThat(event.charges().stream().mapToLong(Charge::amount).sum())
                    .isEqualTo(event.cost().nanos());
            spent += event.cost().nanos();
            uncharged = event.cost().nanos() == 0 && spent > CENT ? uncharged + 1 : 0;
        }
        assertThat(spent).isBetween(CENT + CENT / 2, budget.amount());
    }

    private HttpResponse<String> seek(IssuedKey by) throws Exception {
        return edge().send(edge().post(by.text(), call("", "crm__seek")));
    }

    @Test
    void waitsForALedgerThatIsAwayAndRefusesThenAndGoesOnWhenItIsBack() throws Exception {
        // given
        limit(QuotaUnit.CALLS, 10);
        IssuedKey free = unlimited();
        edge().ledger.silence(true);
        // when
        CompletableFuture<HttpResponse<String>> waiting = edge().begin(edge().post(key.text(), call("", "crm__find")));
        while (edge().ledger.requests.get() == 0) {
            Thread.onSpinWait();
        }
        // then others are served meanwhile, on the same loops
        assertThat(edge().send(edge().post(free.text(), call("", "free__find"))).body())
                .contains("\"result\"");
        assertThat(edge().nextEvent().status()).isEqualTo(CallStatus.OK);
        assertThat(waiting).isNotDone();
        HttpResponse<String> refused = waiting.get();
        assertThat(refused.body())
                .contains("was not given a part of it in time")
                .doesNotContain("\"left\"");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.LEDGER_UNHEARD);
        assertThat(edge().ledger.counted).contains("waited/REFUSED");
        // and when
        edge().ledger.silence(false);
        // then
        assertThat(legacy(key).body()).contains("\"result\"");
    }

    /** A key of a tenant without limits. */
    private IssuedKey unlimited() {
        TestTenant another = new TestTenant();
        another.tool(another.server("free", URI.create("http://127.0.0.1:1/mcp")), "find");
        IssuedKey free = another.key("free__*");
        edge().snapshots.publish(another);
        return free;
    }

    @Test
    void whoGoesAwayWhileItsCallWaitsGivesItsPlaceBack() throws Exception {
        limit(QuotaUnit.CALLS, 10);
        edge().ledger.silence(true);
        CompletableFuture<HttpResponse<String>> waiting = edge().begin(edge().post(key.text(), call("", "crm__find")));
        while (edge().ledger.requests.get() == 0) {
            Thread.onSpinWait();
        }

        waiting.cancel(true);

        EventDraft event = edge().nextEvent();
        assertThat(event.status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(event.charges()).isEmpty();
        assertThat(edge().endpoint.underWay()).isZero();
        assertThat(edge().ledger.waiting()).isZero();
        assertThat(edge().ledger.counted).contains("waited/GONE");
        edge().ledger.silence(false);
        assertThat(legacy(key).body()).contains("\"result\"");
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void noMoreWaitForOneLimitThanMay() throws Exception {
        LimitConfig limit = limit(QuotaUnit.CALLS, 10);
        edge().ledger.silence(true);
        edge().ledger.crowd(limit.limit(), LimitShare.WAITING_MAX);

        HttpResponse<String> refused = legacy(key);

        assertThat(refused.body()).contains("Very many calls wait for the same limit");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.OVERLOADED);
        assertThat(edge().ledger.counted).contains("bound/quota-waiting", "waited/REFUSED");
        assertThat(edge().endpoint.underWay()).isZero();
    }

    @Test
    void noCallIsMadeForWhichMoreLimitsHoldThanItsEventCanName() throws Exception {
        for (int i = 0; i < CallLimits.PER_CALL_MAX; i++) {
            edge().ledger.know(tenant.limit(QuotaUnit.CALLS, 10));
        }
        edge().snapshots.publish(tenant);
        assertThat(legacy(key).body()).contains("\"result\"");
        assertThat(edge().nextEvent().charges()).hasSize(CallLimits.PER_CALL_MAX);
        limit(QuotaUnit.CALLS, 10);

        assertThat(legacy(key).body()).contains("More than 50 limits hold for this call");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.OVERLOADED);
        assertThat(edge().ledger.counted).contains("bound/limits-per-call");
        assertThat(edge().calls).hasSize(1);
    }

    @Test
    void aLimitThatIsTakenAwayHoldsNoMore() throws Exception {
        LimitConfig limit = limit(QuotaUnit.CALLS, 1);
        legacy(key);
        assertThat(legacy(key).body()).contains("a limit of its tenant");
        edge().snapshots.remove(tenant, limit);
        edge().snapshots.publish(tenant);

        assertThat(legacy(key).body()).contains("\"result\"");
        assertThat(edge().calls).hasSize(2);
    }

    @Test
    void aCallerIsToldOfItsOwnLimitsAndOfNoOtherKeys() throws Exception {
        // given
        LimitConfig own = tenant.limit(
                new QuotaSubject(QuotaSubject.Kind.KEY, key.config().id().value()), QuotaUnit.CALLS, 5);
        LimitConfig others = tenant.limit(
                new QuotaSubject(QuotaSubject.Kind.KEY, other.config().id().value()), QuotaUnit.CALLS, 7);
        LimitConfig ofServer = tenant.limit(
                new QuotaSubject(QuotaSubject.Kind.SERVER, server.id().toString()), QuotaUnit.NANO_DOLLARS, CENT);
        List.of(own, ofServer).forEach(edge().ledger::know);
        edge().snapshots.publish(tenant);
        legacy(key);
        // when
        HttpResponse<String> told = edge().send(
                        HttpRequest.newBuilder(edge().url().resolve("/v1/me/quota"))
                                .header("X-Tollgate-Key", key.text()));
        // then
        assertThat(told.statusCode()).isEqualTo(200);
        JsonNode limits = json.readTree(told.body()).get("limits");
        assertThat(told.body()).doesNotContain(others.id().toString());
        assertThat(limits).hasSize(2);
        assertThat(limits.get(0).get("limit").asText()).isEqualTo(own.id().toString());
        assertThat(limits.get(0).get("left").asLong()).isEqualTo(4);
        assertThat(limits.get(1).get("amount").asText()).isEqualTo("0.01");
        assertThat(limits.get(1).get("left").asText()).isEqualTo("0");
        assertThat(limits.get(1).get("resetsAt").asText()).endsWith("Z");
        assertThat(edge().send(HttpRequest.newBuilder(edge().url().resolve("/v1/me/quota")))
                        .statusCode())
                .isEqualTo(401);
    }

    private LimitConfig limit(QuotaUnit unit, long amount) {
        LimitConfig limit = tenant.limit(unit, amount);
        edge().ledger.know(limit);
        edge().snapshots.publish(tenant);
        return limit;
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private static String call(String meta, String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + meta + "\"name\":\"" + tool
                + "\",\"arguments\":{}}}";
    }

    private HttpResponse<String> legacy(IssuedKey by) throws Exception {
        return edge().send(edge().post(by.text(), call("", "crm__find")));
    }

    private HttpResponse<String> modern() throws Exception {
        return edge().send(edge().post(key.text(), call(META, "crm__find"))
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "crm__find"));
    }
}
