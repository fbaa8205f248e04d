package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits on tokens and on what runs at once, and other amounts for a while, as agents meet them. */
class BoundsTest {
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"crm__find\",\"arguments\":{}}}";

    private final ObjectMapper json = new ObjectMapper();
    private final TestTenant tenant = new TestTenant();
    private final QuotaSubject all = new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.id.toString());
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final IssuedKey key = tenant.key("crm__*");
    private final BlockingQueue<Consumer<UpstreamReply>> running = new LinkedBlockingQueue<>();
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(server, "find");
        started.upstream = (_, listener) -> {
            Context loop = Vertx.currentContext();
            running.add(reply -> loop.runOnContext(_ -> listener.reply(reply)));
        };
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }

    private LimitConfig limit(
            QuotaUnit unit,
            QuotaWindow window,
            long amount,
            @Nullable Long perCallMax,
            List<AmountOverride> overrides) {
        LimitConfig limit = tenant.limit(all, unit, window, amount, perCallMax, overrides);
        edge().ledger.know(limit);
        edge().snapshots.publish(tenant);
        return limit;
    }

    private CompletableFuture<HttpResponse<String>> begin() {
        return edge().begin(edge().post(key.text(), CALL));
    }

    private static void end(Consumer<UpstreamReply> call) {
        call.accept(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    private JsonNode quota() throws Exception {
        String told = edge().send(HttpRequest.newBuilder(edge().url().resolve("/v1/me/quota"))
                        .header("X-Tollgate-Key", key.text()))
                .body();
        return json.readTree(told).at("/limits/0");
    }

    @Test
    void soManyRunAtOnceAndAnotherWhenOneHasEnded() throws Exception {
        // given
        LimitConfig two = limit(QuotaUnit.CONCURRENT, new QuotaWindow.Running(), 2, null, List.of());
        CompletableFuture<HttpResponse<String>> first = begin();
        Consumer<UpstreamReply> one = running.take();
        CompletableFuture<HttpResponse<String>> second = begin();
        Consumer<UpstreamReply> other = running.take();
        // when
        HttpResponse<String> refused = begin().get();
        // then
        JsonNode error = json.readTree(refused.body()).get("error");
        assertThat(error.get("message").asText())
                .contains("a limit of its tenant has 2 calls at once, and so many run");
        JsonNode data = error.get("data");
        assertThat(data.get("limit").asText()).isEqualTo(two.id().toString());
        assertThat(data.get("unit").asText()).isEqualTo("concurrent");
        assertThat(data.get("amount").asLong()).isEqualTo(2);
        assertThat(data.get("running").asLong()).isEqualTo(2);
        assertThat(data.get("left").asLong()).isZero();
        assertThat(data.has("window")).isFalse();
        assertThat(data.has("mayCost")).isFalse();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.RATE_LIMITED);
        assertThat(quota().get("left").asLong()).isZero();
        assertThat(quota().has("window")).isFalse();
        // and when
        end(one);
        assertThat(first.get().body()).contains("\"result\"");
        CompletableFuture<HttpResponse<String>> third = begin();
        Consumer<UpstreamReply> last = running.take();
        end(other);
        end(last);
        // then
        assertThat(second.get().body()).contains("\"result\"");
        assertThat(third.get().body()).contains("\"result\"");
        for (int i = 0; i < 3; i++) {
            assertThat(edge().nextEvent().charges()).isEmpty();
        }
        assertThat(edge().ledger.figures(two.id()).settled()).isZero();
    }

    @Test
    void ofTokensNoMoreIsReservedThanTheLimitSaysForOneCall() throws Exception {
        LimitConfig tokens = limit(QuotaUnit.TOKENS, new QuotaWindow.Rolling(WindowLength.HOUR), 100, 60L, List.of());
        CompletableFuture<HttpResponse<String>> first = begin();
        Consumer<UpstreamReply> one = running.take();
        HttpResponse<String> refused = begin().get();
        end(one);

        assertThat(first.get().body()).contains("\"result\"");
        assertThat(refused.body()).contains("it may cost 60 tokens", "has 100 tokens for any hour and 40 tokens left");
        assertThat(edge().nextEvent().reason()).isEqualTo(RefusalReason.BUDGET_EXHAUSTED);
        EventDraft event = edge().nextEvent();
        assertThat(event.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.lease().limit()).isEqualTo(tokens.id());
            assertThat(charge.amount()).isLessThanOrEqualTo(60);
        });
    }

    @Test
    void anAmountForAWhileIsWhatHoldsAndWhatIsTold() throws Exception {
        Instant now = Instant.now();
        QuotaWindow hour = new QuotaWindow.Rolling(WindowLength.HOUR);
        AmountOverride more = new AmountOverride(now.minusSeconds(60), now.plusSeconds(600), 2);
        edge().upstream = (_, listener) -> end(listener::reply);
        limit(QuotaUnit.CALLS, hour, 0, null, List.of(more));

        assertThat(begin().get().body()).contains("\"result\"");
        assertThat(begin().get().body()).contains("\"result\"");
        assertThat(begin().get().body()).contains("has 2 calls for any hour and 0 calls left");
        assertThat(quota().get("amount").asLong()).isEqualTo(2);
    }

    @Test
    void whileNothingIsLetThroughACallIsToldWhenThatEnds() throws Exception {
        Instant now = Instant.now();
        AmountOverride nothing = new AmountOverride(now.minusSeconds(60), now.plusSeconds(600), 0);
        limit(QuotaUnit.CALLS, new QuotaWindow.Rolling(WindowLength.HOUR), 5, null, List.of(nothing));

        HttpResponse<String> refused = begin().get();

        JsonNode data = json.readTree(refused.body()).at("/error/data");
        assertThat(data.get("amount").asLong()).isZero();
        assertThat(data.get("resetsAt").asText()).isEqualTo(nothing.until().toString());
        assertThat(data.get("retryAfterSeconds").asLong()).isBetween(1L, 600L);
    }
}
