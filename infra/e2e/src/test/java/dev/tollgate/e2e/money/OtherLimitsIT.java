package dev.tollgate.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A limit that is no budget")
class OtherLimitsIT {
    private static final String ECHO = "shop__echo";
    private static final String LONG = "shop__trigger-long-running-operation";
    private static final Map<String, String> WORDS = Map.of("message", "hello");

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;

    OtherLimitsIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_shop() {
        company = Company.founded(tollgate, "bounded");
        workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("shop"));
    }

    private Limit limit(IssuedKey key, LimitUnit unit, @Nullable LimitWindow window, String amount) {
        var wanted = new NewLimit(
                "of " + key.key().name(),
                QuotaSubject.parse("key:" + key.key().id()),
                unit,
                window,
                amount,
                null,
                Enforcement.HARD,
                unit == LimitUnit.CONCURRENT ? null : List.of());
        return company.api().create("/api/v1/limits", wanted, Limit.class);
    }

    private void isKnown(Limit limit, IssuedKey key) {
        var request = HttpRequest.newBuilder(tollgate.mcp().resolve("/v1/me/quota"))
                .header("Authorization", "Bearer " + key.secret())
                .build();
        Eventually.passes(
                "the gateway knows the limit",
                () -> assertThat(Api.send(request).json().required("limits").findValuesAsText("limit"))
                        .contains(limit.id().toString()));
    }

    private LimitUsage usage(Limit limit) {
        return company.api().read("/api/v1/limits/" + limit.id() + "/usage", LimitUsage.class);
    }

    /** Runs for some seconds. */
    private static Answer longCall(Agent agent, int seconds) {
        var params = JsonNodeFactory.instance.objectNode().put("name", LONG);
        params.putObject("arguments").put("duration", seconds).put("steps", 2);
        return agent.send("tools/call", params);
    }

    @Test
    @DisplayName("on what runs at once has a second call wait its turn, and lets it in when the first has ended")
    void one_at_a_time() throws Exception {
        var key = workshop.key("single", ECHO, LONG);
        var limit = limit(key, LimitUnit.CONCURRENT, null, "1");
        var agent = workshop.agent(key, ECHO, LONG);
        isKnown(limit, key);
        var first = CompletableFuture.supplyAsync(() -> longCall(agent, 12), Thread::startVirtualThread);

        var refused = Eventually.gives("a call is refused while another runs", () -> {
            var answer = agent.call(ECHO, WORDS);
            return answer.status() == 429 ? Optional.of(answer) : Optional.empty();
        });

        assertThat(first).isNotDone();
        assertThat(refused.header("Retry-After")).contains("1");
        var data = Rpc.message(refused).required("error").required("data");
        assertThat(data.required("limit").asText()).isEqualTo(limit.id().toString());
        assertThat(data.required("unit").asText()).isEqualTo("concurrent");
        assertThat(usage(limit)).returns("0", LimitUsage::spent).returns("1", LimitUsage::held);

        assertThat(Rpc.text(first.get(60, TimeUnit.SECONDS))).contains("completed");
        Eventually.passes("there is room again", () -> Rpc.text(agent.call(ECHO, WORDS)));
        Eventually.passes(
                "nothing is held when nothing runs",
                () -> assertThat(usage(limit)).returns("0", LimitUsage::spent).returns("0", LimitUsage::held));
    }

    @Test
    @DisplayName("has another amount for a while")
    void another_amount() {
        var key = workshop.key("spare", ECHO);
        var agent = workshop.agent(key, ECHO);
        var limit = limit(key, LimitUnit.CALLS, LimitWindow.rolling(WindowLength.DAY), "3");
        isKnown(limit, key);
        assertThat(calls(agent)).isEqualTo(3);
        assertThat(usage(limit)).returns("3", LimitUsage::amount);

        var path = "/api/v1/limits/" + limit.id() + "/overrides";
        var more = company.api()
                .expect(Request.post(path, new NewLimitOverride("7", 2, null)).ifMatch(limit.version()), 200)
                .as(Limit.class);
        assertThat(more.overrides())
                .singleElement()
                .satisfies(one -> assertThat(one.windows()).isEqualTo(2));
        Eventually.passes("there is more room", () -> Rpc.text(agent.call(ECHO, WORDS)));
        assertThat(calls(agent)).isEqualTo(3);
        Eventually.passes(
                "the books are settled",
                () -> assertThat(usage(limit))
                        .returns("7", LimitUsage::amount)
                        .returns("7", LimitUsage::spent)
                        .returns("0", LimitUsage::left));
    }

    /** Until one is refused: how many were not. */
    private static int calls(Agent agent) {
        var let = new int[1];
        Eventually.passes("a call is refused", () -> {
            var status = agent.call(ECHO, WORDS).status();
            let[0] += status == 200 ? 1 : 0;
            assertThat(status).isEqualTo(429);
        });
        return let[0];
    }
}
