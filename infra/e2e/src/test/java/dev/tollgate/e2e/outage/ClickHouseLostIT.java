package dev.tollgate.e2e.outage;

import static dev.tollgate.e2e.stack.Tollgate.CLICKHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.store.Analytics;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Isolated("ends the analytics store")
@DisplayName("With ClickHouse killed during a stream of calls")
class ClickHouseLostIT {
    private static final String ECHO = "demo__echo";
    private static final Money PRICE = Money.ofDollars("0.000123457");
    private static final int CALLERS = 4;
    private static final int CALLS_BETWEEN = 200;
    private static final int KILLS = 2;

    private final Tollgate tollgate;
    private final Analytics analytics;
    private Company company;
    private IssuedKey key;
    private Agent agent;

    ClickHouseLostIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.analytics = new Analytics(tollgate);
    }

    @BeforeAll
    void a_priced_tool() {
        company = Company.founded(tollgate, "stream");
        var workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.everything("demo"));
        workshop.price(server, "echo", PRICE.dollars());
        key = workshop.key("stream", ECHO);
        agent = workshop.agent(key, ECHO);
    }

    @AfterEach
    void whole_again() throws Exception {
        tollgate.restore();
    }

    @Test
    @DisplayName("every answered call is stored exactly once, the roll-up equals the calls, and spend their prices")
    void nothing_lost_and_nothing_twice() throws Exception {
        Set<UUID> answered;
        try (var callers = Callers.start(CALLERS, agent, ECHO)) {
            for (int kill = 0; kill < KILLS; kill++) {
                letPass(callers, CALLS_BETWEEN);
                tollgate.kill(CLICKHOUSE);
                letPass(callers, CALLS_BETWEEN);
                tollgate.start(CLICKHOUSE);
            }
            letPass(callers, CALLS_BETWEEN);
            answered = callers.stop();
        }

        assertThat(answered).hasSizeGreaterThanOrEqualTo(CALLS_BETWEEN * (2 * KILLS + 1));
        Eventually.passes(
                "every answered call is stored",
                () -> assertThat(analytics.callsOf(key.key().id())).isEqualTo(answered));
        assertThat(analytics.rowsOf(key.key().id())).isEqualTo(answered.size());
        sequencesHaveNoGaps();
        rollUpEqualsCalls();
        spendEqualsPrices(answered.size());
    }

    private static void letPass(Callers callers, int calls) {
        var goal = callers.answeredSoFar() + calls;
        Eventually.gives(
                calls + " more calls are answered",
                () -> callers.answeredSoFar() >= goal ? Optional.of(true) : Optional.empty());
    }

    /** Of the gateway's run that served the stream; runs that another suite killed may end in a torn tail. */
    private void sequencesHaveNoGaps() {
        var run = analytics.rows(
                "SELECT boot, toString(count()) AS n, toString(uniqExact(sequence)) AS d, toString(min(sequence)) AS low,"
                        + " toString(max(sequence)) AS high FROM calls WHERE boot IN (SELECT boot FROM calls WHERE key = '"
                        + key.key().id() + "') GROUP BY boot");

        assertThat(run).singleElement().satisfies(row -> {
            var high = row.required("high").asLong();
            assertThat(row.required("low").asLong()).as(row.toString()).isEqualTo(1);
            assertThat(row.required("n").asLong()).as(row.toString()).isEqualTo(high);
            assertThat(row.required("d").asLong()).as(row.toString()).isEqualTo(high);
        });
    }

    private void rollUpEqualsCalls() {
        var where = " WHERE tenant = '" + company.tenant().id() + "'";
        var sums = "toString(sum(request_bytes)) AS inward, toString(sum(response_bytes)) AS outward,"
                + " toString(sum(gateway_micros)) AS own, toString(sum(upstream_micros)) AS theirs,"
                + " toString(sum(cost)) AS cost, status FROM ";
        var byStatus = " GROUP BY status ORDER BY status";

        Eventually.passes("the roll-up equals the calls", () -> {
            var calls = analytics.rows("SELECT toString(count()) AS n, " + sums + "calls" + where + byStatus);
            var rolledUp =
                    analytics.rows("SELECT toString(sum(calls)) AS n, " + sums + "spend_hourly" + where + byStatus);
            assertThat(rolledUp).isNotEmpty().isEqualTo(calls);
        });
    }

    private void spendEqualsPrices(int answered) {
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var path = "/api/v1/spend?group_by=tool&from=" + now.minus(1, ChronoUnit.DAYS) + "&to="
                + now.plus(1, ChronoUnit.HOURS);

        var report = company.api().read(path, SpendReport.class);

        assertThat(report.total())
                .returns((long) answered, SpendRow::calls)
                .returns(0L, SpendRow::failedCalls)
                .returns(new Money(PRICE.nanos() * answered), SpendRow::cost);
    }
}
