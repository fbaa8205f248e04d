package dev.tollgate.e2e.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.e2e.agent.TypeScriptClient;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.wire.WireJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEnd
@DisplayName("Tools that an agent is not listed")
class CodeModeIT {
    private static final String RUN = "executeToolCode";
    private static final String[] SCRIPTS = {"listToolFiles", "readToolFile", "getToolDocs", RUN};
    private static final Money ECHO = Money.ofDollars("0.01");
    private static final Money SUM = Money.ofDollars("0.05");

    private final Tollgate tollgate;
    private Company company;
    private Workshop workshop;

    CodeModeIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void tools_with_prices() {
        company = Company.founded(tollgate, "scripts");
        workshop = company.workshop(company.environment("production"));
        var shop = workshop.approveAll(workshop.everything("shop"));
        workshop.price(shop, "echo", ECHO.dollars());
        workshop.price(shop, "get-sum", SUM.dollars());
    }

    private IssuedKey key(String name, ToolMode mode) {
        var grants = List.of(ToolGrant.of("shop__echo"), ToolGrant.of("shop__get-sum"));
        return workshop.key(new NewKey(
                name, workshop.environment().id(), grants, null, null, null, null, null, null, null, null, mode));
    }

    private List<Call> calls(IssuedKey key) {
        return company.api().all("/api/v1/calls?key=" + key.key().id()).stream()
                .map(call -> WireJson.decode(WireJson.encode(call), Call.class))
                .toList();
    }

    private static Map<String, String> code(String script) {
        return Map.of("code", script);
    }

    @Test
    @DisplayName(
            "are read as files and called by one script, whose calls are recorded under it and whose spend is their sum")
    void one_script() {
        var key = key("coder", ToolMode.CODE);
        var agent = workshop.agent(key, SCRIPTS);

        assertThat(agent.text("listToolFiles", Map.of())).isEqualTo("servers/shop.pyi");
        assertThat(agent.text("readToolFile", Map.of("fileName", "servers/shop.pyi")))
                .contains("def echo(message: str)", "def get_sum(a: float, b: float)", "$0.05 a call")
                .doesNotContain("get-env");
        var answer = agent.call(
                RUN,
                code("said = [shop.echo(message=str(i)) for i in range(3)]\n"
                        + "result = {\"said\": said, \"sum\": shop.get_sum(2, 40)}"));

        var result = Rpc.message(answer).required("result");
        assertThat(result.at("/structuredContent/said/2").asText()).isEqualTo("Echo: 2");
        assertThat(result.at("/structuredContent/sum").asText()).contains("42");
        assertThat(result.at("/_meta/dev.tollgate~1script/cost").asText()).isEqualTo("0.08");
        var script = Rpc.callId(answer);
        Eventually.passes("the script and its calls are recorded", () -> {
            var made = calls(key).stream()
                    .filter(call -> script.equals(call.parentCallId()))
                    .toList();
            assertThat(made)
                    .extracting(Call::toolName)
                    .containsOnly("echo", "get-sum")
                    .hasSize(4);
            assertThat(calls(key))
                    .filteredOn(call -> call.id().equals(script))
                    .singleElement()
                    .returns(RUN, Call::toolName)
                    .returns(Money.ZERO, Call::cost)
                    .returns(null, Call::parentCallId);
        });
        Eventually.passes(
                "finance sees what the tools cost", () -> assertThat(spend(key)).isEqualTo(Money.ofDollars("0.08")));
    }

    private Money spend(IssuedKey key) {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        return company.api(Role.FINANCE)
                .read(
                        "/api/v1/spend?group_by=tool&key=" + key.key().id() + "&from=" + now.minus(1, ChronoUnit.DAYS)
                                + "&to=" + now.plus(1, ChronoUnit.HOURS),
                        SpendReport.class)
                .total()
                .cost();
    }

    @Test
    @DisplayName("do not exist for scripts where the key does not see them")
    void out_of_scope() {
        var agent = workshop.agent(key("narrow", ToolMode.CODE), SCRIPTS);

        assertThat(agent.text(RUN, code("[dir(shop), getattr(shop, \"get_env\", None)]")))
                .isEqualTo("[[\"echo\",\"get_sum\"],null]");
        assertThat(error(agent, "shop.get_env()")).contains("1:").contains("get_env");
    }

    @Test
    @DisplayName("are refused by a budget as a value that the script can test")
    void over_budget() {
        var key = key("bounded", ToolMode.CODE);
        var agent = workshop.agent(key, SCRIPTS);
        company.api()
                .create(
                        "/api/v1/limits",
                        new NewLimit(
                                "two echoes",
                                QuotaSubject.parse("key:" + key.key().id()),
                                LimitUnit.DOLLARS,
                                LimitWindow.rolling(WindowLength.DAY),
                                "0.02",
                                null,
                                Enforcement.HARD,
                                null),
                        Limit.class);

        var refused = Eventually.gives("the budget is used up", () -> {
            var tried = agent.text(
                    RUN, code("[r.error for r in [try_call(shop.echo, message=\"x\") for i in range(4)] if not r.ok]"));
            return tried.contains("it may cost $0.01") ? Optional.of(tried) : Optional.empty();
        });

        assertThat(refused).contains("shop.echo: ");
        Eventually.passes(
                "a refusal is recorded under its script",
                () -> assertThat(calls(key))
                        .anyMatch(call ->
                                call.reason() == RefusalReason.BUDGET_EXHAUSTED && call.parentCallId() != null));
    }

    @Test
    @DisplayName("are found by a search and called by its result")
    void search() {
        var agent = workshop.agent(key("finder", ToolMode.SEARCH), "searchTools", "getToolDetails", "executeTool");

        assertThat(agent.text("searchTools", Map.of("query", "echo a message back")))
                .startsWith("shop__echo ");
        assertThat(agent.text("getToolDetails", Map.of("name", "shop__echo"))).contains("inputSchema");
        assertThat(executed(agent, "shop__echo", "found")).isEqualTo("Echo: found");
    }

    private static String executed(Agent agent, String tool, String message) {
        var params = JsonNodeFactory.instance.objectNode().put("name", "executeTool");
        params.putObject("arguments").put("name", tool).putObject("arguments").put("message", message);
        return Rpc.text(agent.send("tools/call", params));
    }

    private static String error(Agent agent, String script) {
        JsonNode result = Rpc.message(agent.call(RUN, code(script))).required("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        return result.at("/content/0/text").asText();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("are used by the official TypeScript client")
    void the_typescript_client(TypeScriptClient.Build build) throws Exception {
        var key = key("client-" + build.name().toLowerCase(Locale.ROOT).replace('_', '-'), ToolMode.CODE);
        workshop.agent(key, SCRIPTS);

        var visit = TypeScriptClient.with(tollgate, key.secret())
                .visit(build, List.of(new TypeScriptClient.Call(RUN, code("shop.echo(message=\"hi\")"))));

        assertThat(visit.has("failure")).as(visit.toPrettyString()).isFalse();
        assertThat(visit.required("tools").valueStream().map(JsonNode::asText)).containsExactlyInAnyOrder(SCRIPTS);
        assertThat(visit.required("results")
                        .required(0)
                        .at("/result/content/0/text")
                        .asText())
                .isEqualTo("\"Echo: hi\"");
    }
}
