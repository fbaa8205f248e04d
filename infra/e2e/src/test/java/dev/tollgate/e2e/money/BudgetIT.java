package dev.tollgate.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
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
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("kills a gateway")
@DisplayName("A budget that two gateways share")
class BudgetIT {
    private static final String OTHER = Tollgate.HOME_GATEWAYS.getLast();
    private static final String TOOL = "shop__echo";

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;

    BudgetIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void both_serve() throws Exception {
        tollgate.start(OTHER);
        company = Company.founded(tollgate, "spender");
        workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.everything("shop"));
        workshop.price(server, "echo", "0.0007");
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.restore();
        tollgate.stop(OTHER);
    }

    private Limit budget(String name, QuotaSubject subject, String dollars) {
        var wanted = new NewLimit(
                name,
                subject,
                LimitUnit.DOLLARS,
                LimitWindow.rolling(WindowLength.DAY),
                dollars,
                null,
                Enforcement.HARD,
                null);
        return company.api().create("/api/v1/limits", wanted, Limit.class);
    }

    private Agent at(String gateway, IssuedKey key, Limit limit) {
        Eventually.passes(
                gateway + " knows the limit",
                () -> assertThat(quota(gateway, key).json().required("limits").findValuesAsText("limit"))
                        .contains(limit.id().toString()));
        var agent = Agent.with(tollgate.mcp(gateway), key.secret());
        Eventually.passes(
                gateway + " shows the tool", () -> assertThat(agent.tools()).contains(TOOL));
        return agent;
    }

    private Answer quota(String gateway, IssuedKey key) {
        return Api.send(HttpRequest.newBuilder(tollgate.mcp(gateway).resolve("/v1/me/quota"))
                .header("Authorization", "Bearer " + key.secret())
                .build());
    }

    private LimitUsage usage(Limit limit) {
        return company.api().read("/api/v1/limits/" + limit.id() + "/usage", LimitUsage.class);
    }

    @Test
    @DisplayName("of $1.00 lets exactly 1,428 calls of $0.0007 through, and says so to everybody")
    void to_the_last_call() throws Exception {
        var key = workshop.key("spender", TOOL);
        var limit = budget("a dollar", QuotaSubject.parse("key:" + key.key().id()), "1");
        var one = at(Tollgate.GATEWAY, key, limit);
        var other = at(OTHER, key, limit);
        var spenders = new Spenders(TOOL);

        spenders.spend(1_428, one, other);
        for (int i = 0; i < 10; i++) {
            assertThat(spenders.call(one) || spenders.call(other)).isFalse();
        }

        assertThat(spenders.admitted()).isEqualTo(1_428);
        Eventually.passes(
                "the books are settled",
                () -> assertThat(usage(limit))
                        .returns("0.9996", LimitUsage::spent)
                        .returns("0", LimitUsage::held)
                        .returns("0.0004", LimitUsage::left));
        Eventually.passes("agents are told what is left", () -> agents_are_told(one, limit));
        Eventually.passes(
                "finance sees what was spent", () -> assertThat(spend(key)).isEqualTo(Money.ofDollars("0.9996")));
        Eventually.passes(
                "somebody was told",
                () -> assertThat(company.api().all("/api/v1/alerts"))
                        .extracting(alert -> alert.required("title").asText())
                        .contains("The limit a dollar is used up"));
    }

    private void agents_are_told(Agent agent, Limit limit) {
        var refused = agent.call(TOOL, Map.of("message", "x"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow())).isPositive();
        var error = Rpc.message(refused).required("error");
        assertThat(error.required("code").asInt()).isEqualTo(-32603);
        assertThat(error.required("data").required("limit").asText())
                .isEqualTo(limit.id().toString());
        assertThat(error.required("data").required("amount").asText()).isEqualTo("1");
        assertThat(error.required("data").required("left").asText()).isEqualTo("0.0004");
        assertThat(error.required("data").required("mayCost").asText()).isEqualTo("0.0007");
        var call = Rpc.callId(refused);
        Eventually.passes(
                "the refusal is recorded",
                () -> assertThat(company.api()
                                .read("/api/v1/calls/" + call, JsonNode.class)
                                .required("reason")
                                .asText())
                        .isEqualTo("BUDGET_EXHAUSTED"));
    }

    private Money spend(IssuedKey key) {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var report = company.api(Role.FINANCE)
                .read(
                        "/api/v1/spend?group_by=key&from=" + now.minus(1, ChronoUnit.DAYS) + "&to="
                                + now.plus(1, ChronoUnit.HOURS),
                        SpendReport.class);
        return report.rows().stream()
                .filter(row -> row.group().containsValue(key.key().id()))
                .map(SpendRow::cost)
                .findAny()
                .orElse(Money.ZERO);
    }

    @Test
    @DisplayName("is used up to the last call although a gateway is killed with a part of it, and by not one call more")
    void a_killed_gateway() throws Exception {
        var key = workshop.key("survivor", TOOL);
        var limit = budget("seven cents", QuotaSubject.parse("key:" + key.key().id()), "0.07");
        var one = at(Tollgate.GATEWAY, key, limit);
        var other = at(OTHER, key, limit);
        var spenders = new Spenders(TOOL);
        spenders.spend(10, other);
        var before = spenders.admitted();
        Eventually.passes(
                "what was spent is recorded", () -> assertThat(spentOf(key)).isEqualTo(before));

        tollgate.kill(OTHER);
        tollgate.start(OTHER);
        spenders.spend(100, one);

        assertThat(spenders.admitted()).isEqualTo(100);
        assertThat(spenders.call(one)).isFalse();
        Eventually.passes(
                "the books are settled",
                () -> assertThat(usage(limit))
                        .returns("0.07", LimitUsage::spent)
                        .returns("0", LimitUsage::held));
        Eventually.passes("each is recorded", () -> assertThat(spentOf(key)).isEqualTo(100));
    }

    private long spentOf(IssuedKey key) {
        return company.api()
                .all("/api/v1/calls?key=" + key.key().id() + "&status=OK")
                .size();
    }
}
