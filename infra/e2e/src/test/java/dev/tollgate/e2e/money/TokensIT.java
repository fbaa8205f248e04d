package dev.tollgate.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.wire.WireJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("What calls put before a model")
class TokensIT {
    private static final String TOOL = "shop__echo";
    private static final long MOST = 60;
    private static final Rate PRICE = new Rate(Money.ofDollars("0.0125"), 1);
    private static final Rate INPUT = new Rate(Money.ofDollars("2.50"), 1_000_000);
    private static final Rate OUTPUT = new Rate(Money.ofDollars("10"), 1_000_000);

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;
    private Model large;

    TokensIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void two_models() {
        company = Company.founded(tollgate, "tokens");
        workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.everything("shop"));
        workshop.price(server, "echo", PRICE.amount().dollars());
        large = model("large", TokenEncoding.O200K, true);
        model("other", TokenEncoding.BYTES, false);
    }

    private Model model(String name, TokenEncoding encoding, boolean standard) {
        return company.api()
                .create(
                        "/api/v1/models",
                        new NewModel(name, encoding, standard, new ModelRates(INPUT, OUTPUT, null), null),
                        Model.class);
    }

    private Agent counted(IssuedKey key) {
        var agent = workshop.agent(key, TOOL);
        Eventually.passes(
                "the gateway knows the models",
                () -> assertThat(tokens(agent)).returns(large.id(), CallTokens::modelId));
        return agent;
    }

    private CallTokens tokens(Agent agent) {
        var answer = agent.call(TOOL, Map.of("message", "less is more"));
        Rpc.text(answer);
        var id = Rpc.callId(answer);
        var call = Eventually.gives(
                "the call is recorded", () -> Optional.of(company.api().read("/api/v1/calls/" + id, Call.class)));
        return Objects.requireNonNull(call.tokens(), "not counted yet");
    }

    private List<Call> callsOf(IssuedKey key) {
        return company.api().all("/api/v1/calls?key=" + key.key().id()).stream()
                .map(call -> WireJson.decode(WireJson.encode(call), Call.class))
                .toList();
    }

    @Test
    @DisplayName("is counted and priced by the model that the agent names, and finance's report is the sum")
    void counted_priced_and_reported() {
        var key = workshop.key("robot", TOOL);
        var agent = counted(key);

        var byName = tokens(agent.header("X-Tollgate-Model", "large"));
        var estimate = tokens(agent.header("X-Tollgate-Model", "other"));
        var unknown = tokens(agent.header("X-Tollgate-Model", "nobody's"));
        var parent = agent.header("X-Tollgate-Parent-Request", "msg_1")
                .header("X-Tollgate-Parent-Usage", "input=1234, output=56");
        tokens(parent);

        assertThat(byName)
                .returns(TokenEncoding.O200K, CallTokens::encoding)
                .returns(false, CallTokens::estimate)
                .returns(
                        INPUT.times(byName.definitions())
                                .plus(OUTPUT.times(byName.arguments()))
                                .plus(INPUT.times(byName.result())),
                        CallTokens::cost);
        assertThat(byName.arguments()).isBetween(4L, 12L);
        assertThat(byName.definitions()).isGreaterThan(byName.result());
        assertThat(estimate).returns(true, CallTokens::estimate).returns("other", CallTokens::model);
        assertThat(unknown)
                .returns("nobody's", CallTokens::model)
                .returns(null, CallTokens::modelId)
                .returns(Money.ZERO, CallTokens::cost);
        var calls = callsOf(key);
        assertThat(calls)
                .filteredOn(call -> "msg_1".equals(call.parentRequest()))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.parentUsage()).isEqualTo(new ParentUsage(1234, 56));
                    assertThat(call.cost()).isEqualTo(PRICE.amount());
                });
        Eventually.passes("the report is the sum of the calls", () -> report(key, callsOf(key)));
    }

    private void report(IssuedKey key, List<Call> calls) {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var total = company.api(Role.FINANCE)
                .read(
                        "/api/v1/spend?group_by=model&key=" + key.key().id() + "&from=" + now.minus(1, ChronoUnit.DAYS)
                                + "&to=" + now.plus(1, ChronoUnit.HOURS),
                        SpendReport.class)
                .total();
        var tokens = calls.stream().map(Call::tokens).filter(Objects::nonNull).toList();
        assertThat(total.calls()).isEqualTo(calls.size());
        assertThat(total.cost()).isEqualTo(PRICE.times(calls.size()));
        assertThat(total.tokenCost())
                .isEqualTo(tokens.stream().map(CallTokens::cost).reduce(Money.ZERO, Money::plus));
        assertThat(total.tokens())
                .isEqualTo(new SpendTokens(
                        tokens.stream().mapToLong(CallTokens::definitions).sum(),
                        tokens.stream().mapToLong(CallTokens::arguments).sum(),
                        tokens.stream().mapToLong(CallTokens::result).sum()));
    }

    private LimitUsage usage(Limit limit) {
        return company.api().read("/api/v1/limits/" + limit.id() + "/usage", LimitUsage.class);
    }

    @Test
    @DisplayName("is held to a limit, which is charged what was counted")
    void limited() {
        var key = workshop.key("bounded", TOOL);
        var agent = counted(key);
        var before = callsOf(key).size();
        var limit = company.api()
                .create(
                        "/api/v1/limits",
                        new NewLimit(
                                "a few tokens",
                                QuotaSubject.parse("key:" + key.key().id()),
                                LimitUnit.TOKENS,
                                LimitWindow.rolling(WindowLength.DAY),
                                "200",
                                MOST,
                                Enforcement.HARD,
                                null),
                        Limit.class);

        // What a call did not need of its part comes back a moment after it: not every refusal is the last.
        var refused = Eventually.gives("the tokens are used up", () -> {
            var answer = agent.call(TOOL, Map.of("message", "less is more"));
            var usage = usage(limit);
            var used = usage.held().equals("0") && Long.parseLong(usage.left()) < MOST;
            return answer.status() == 429 && used ? Optional.of(answer) : Optional.empty();
        });

        var data = Rpc.message(refused).required("error").required("data");
        assertThat(data.required("limit").asText()).isEqualTo(limit.id().toString());
        assertThat(data.required("unit").asText()).isEqualTo("tokens");
        Eventually.passes("the books are settled", () -> {
            var usage = usage(limit);
            assertThat(usage.held()).isEqualTo("0");
            assertThat(Long.parseLong(usage.spent())).isBetween(200 - MOST + 1, 200L);
            assertThat(callsOf(key).stream()
                            .map(Call::tokens)
                            .filter(Objects::nonNull)
                            .mapToLong(each -> each.arguments() + each.result())
                            .sum())
                    .as("with those before the limit, %d of them", before)
                    .isGreaterThanOrEqualTo(Long.parseLong(usage.spent()));
        });
    }
}
