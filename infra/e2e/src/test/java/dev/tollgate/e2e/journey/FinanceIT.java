package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Problems;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("Finance")
class FinanceIT {
    /** A spreadsheet would run it, if it came through. */
    private static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1/\")";

    private static final Money ECHO_PRICE = Money.ofDollars("0.012345678");
    private static final Money OTHER_PRICE = Money.ofDollars("0.000000001");
    private static final int ECHO_CALLS = 7;
    private static final int SUM_CALLS = 3;

    private final Tollgate tollgate;
    private Company company;
    private IssuedKey robot;
    private IssuedKey formula;

    FinanceIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /** Seven calls at one price, three at another, a failed and a refused one that cost nothing, one by another key. */
    @BeforeAll
    void priced_calls_by_two_keys() {
        company = Company.founded(tollgate, "finance");
        var workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.everything("shop"));
        workshop.price(server, null, OTHER_PRICE.dollars());
        workshop.price(server, "echo", ECHO_PRICE.dollars());
        robot = workshop.key("robot", "shop__echo", "shop__get-sum");
        formula = workshop.key(FORMULA, "shop__echo");
        var agent = workshop.agent(robot, "shop__echo", "shop__get-sum");
        for (int i = 0; i < ECHO_CALLS; i++) {
            agent.text("shop__echo", Map.of("message", "n" + i));
        }
        for (int i = 0; i < SUM_CALLS; i++) {
            agent.sum("shop__get-sum", i, 1);
        }
        agent.call("shop__echo", Map.of("not-a-message", "refused by the tool itself"));
        agent.call("shop__not-there", Map.of());
        workshop.agent(formula, "shop__echo").text("shop__echo", Map.of("message", "once"));
        Eventually.passes(
                "all thirteen attempts are in the report",
                () -> assertThat(report("").total().calls()).isEqualTo(ECHO_CALLS + SUM_CALLS + 3));
    }

    @Test
    @DisplayName("sees spend by key, exact to the nano-dollar")
    void spend_by_key() {
        var report = report("key");

        assertThat(report.rows()).hasSize(2);
        assertThat(row(report, robot.key().id()))
                .returns(12L, SpendRow::calls)
                .returns(1L, SpendRow::failedCalls)
                .returns(1L, SpendRow::refusedCalls)
                .returns(Money.ofDollars("0.086419749"), SpendRow::cost);
        assertThat(row(report, formula.key().id()))
                .returns(1L, SpendRow::calls)
                .returns(0L, SpendRow::failedCalls)
                .returns(ECHO_PRICE, SpendRow::cost);
        assertThat(report.total().cost()).isEqualTo(Money.ofDollars("0.098765427"));
    }

    @Test
    @DisplayName("sees spend by tool; a tool's own price goes before its server's")
    void spend_by_tool() {
        var report = report("tool");

        assertThat(cost(report, "echo")).isEqualTo(new Money(ECHO_PRICE.nanos() * (ECHO_CALLS + 1)));
        assertThat(cost(report, "get-sum")).isEqualTo(new Money(OTHER_PRICE.nanos() * SUM_CALLS));
    }

    @Test
    @DisplayName("sees the same total whatever the report is grouped by")
    void every_grouping_adds_up() {
        for (var dimension : List.of("key", "tool", "server", "day", "hour", "environment", "status", "key,tool,day")) {
            var report = report(dimension);

            var added = report.rows().stream().map(SpendRow::cost).reduce(Money.ZERO, Money::plus);
            assertThat(added).as(dimension).isEqualTo(report.total().cost());
            assertThat(report.rows().stream().mapToLong(SpendRow::calls).sum())
                    .as(dimension)
                    .isEqualTo(ECHO_CALLS + SUM_CALLS + 3);
        }
    }

    @Test
    @DisplayName("sees the prices of single calls add up to the report")
    void calls_add_up_to_the_report() {
        var added = company.api(Role.FINANCE).all("/api/v1/calls").stream()
                .map(call -> Money.ofDollars(call.required("cost").asText()))
                .reduce(Money.ZERO, Money::plus);

        assertThat(added).isEqualTo(report("").total().cost());
    }

    @Test
    @DisplayName("downloads a CSV that a spreadsheet opens without running anything in it")
    void downloads_csv() {
        var answer =
                company.api(Role.FINANCE).expect(Request.get(path("key,tool")).header("Accept", "text/csv"), 200);

        assertThat(answer.contentType()).isEqualTo("text/csv");
        assertThat(answer.header("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".csv");
        var rows = Csv.rows(answer.text());
        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rows.getFirst()).contains("cost");
        var cost = rows.getFirst().indexOf("cost");
        assertThat(rows.stream().skip(1).filter(row -> row.contains("echo") && row.contains("robot")))
                .singleElement()
                .satisfies(row -> assertThat(row.get(cost)).isEqualTo("0.086419746"));
        assertThat(rows.stream().flatMap(List::stream))
                .noneMatch(cell -> cell.startsWith("=") || cell.startsWith("@"))
                .anyMatch(cell -> cell.startsWith("'=HYPERLINK"));
    }

    @Test
    @DisplayName("may set prices")
    void may_set_prices() {
        var server =
                company.api().all("/api/v1/servers").getFirst().required("id").asText();

        var made = company.api(Role.FINANCE)
                .send(Request.post(
                        "/api/v1/prices",
                        Map.of(
                                "serverId",
                                server,
                                "toolName",
                                "get-tiny-image",
                                "terms",
                                PriceTerms.perCall(Money.ofDollars("0.5"), FailureCharges.FREE))));

        assertThat(made).returns(201, Answer::status);
    }

    @Test
    @DisplayName("is refused what isn't finance's: keys, servers, exports")
    void is_refused_the_rest() {
        var finance = company.api(Role.FINANCE);
        var environment = company.api()
                .all("/api/v1/environments")
                .getFirst()
                .required("id")
                .asText();

        var key = finance.send(Request.post("/api/v1/keys", Map.of("name", "mine", "environmentId", environment)));
        var export = finance.get("/api/v1/calls/export?format=ocsf");

        assertThat(Problems.words(key, 403)).containsAnyOf("owner", "admin");
        assertThat(Problems.words(export, 403)).containsAnyOf("owner", "auditor");
    }

    private SpendReport report(String groupBy) {
        return company.api(Role.FINANCE).read(path(groupBy), SpendReport.class);
    }

    private static String path(String groupBy) {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        return "/api/v1/spend?group_by=" + groupBy + "&from=" + now.minus(1, ChronoUnit.DAYS) + "&to="
                + now.plus(1, ChronoUnit.HOURS);
    }

    private static SpendRow row(SpendReport report, String key) {
        return report.rows().stream()
                .filter(row -> row.group().containsValue(key))
                .findAny()
                .orElseThrow(() -> new AssertionError("no row of " + key + " in " + report));
    }

    private static Money cost(SpendReport report, String tool) {
        return report.rows().stream()
                .filter(row -> row.group().containsValue(tool))
                .map(SpendRow::cost)
                .reduce(Money.ZERO, Money::plus);
    }
}
