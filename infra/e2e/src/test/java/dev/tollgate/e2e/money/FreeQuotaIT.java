package dev.tollgate.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceLine;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
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
@DisplayName("A free quota that two gateways share")
class FreeQuotaIT {
    private static final String OTHER = Tollgate.HOME_GATEWAYS.getLast();

    private final Tollgate tollgate;
    /** What a call cost does not change. */
    private final Map<String, CallPrice> explained = new HashMap<>();

    private Company company;
    private Workshop workshop;

    FreeQuotaIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void both_serve() throws Exception {
        tollgate.start(OTHER);
        company = Company.founded(tollgate, "freeloader");
        workshop = company.workshop(company.environment("production"));
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.restore();
        tollgate.stop(OTHER);
    }

    private Price price(Server server, Measure measure, long free) {
        var terms = new PriceTerms(
                List.of(new PriceComponent(
                        measure,
                        PricePeriod.of(WindowLength.YEAR),
                        List.of(
                                new Tier(free, new Rate(Money.ZERO, 1)),
                                new Tier(null, new Rate(Money.ofDollars("0.000000003"), 1))))),
                null,
                null,
                FailureCharges.FREE);
        return company.api().create("/api/v1/prices", new NewPrice(server.id(), null, terms, null), Price.class);
    }

    /** Far from what is called; gateways that know it know what was said before it. */
    private Limit milestone(IssuedKey key) {
        var wanted = new NewLimit(
                "a milestone of " + key.key().name(),
                QuotaSubject.parse("key:" + key.key().id()),
                LimitUnit.CALLS,
                LimitWindow.rolling(WindowLength.DAY),
                "1000000",
                null,
                Enforcement.HARD,
                null);
        return company.api().create("/api/v1/limits", wanted, Limit.class);
    }

    private Agent at(String gateway, IssuedKey key, Limit milestone, String tool) {
        Eventually.passes(
                gateway + " knows the price",
                () -> assertThat(Api.send(HttpRequest.newBuilder(
                                                tollgate.mcp(gateway).resolve("/v1/me/quota"))
                                        .header("Authorization", "Bearer " + key.secret())
                                        .build())
                                .json()
                                .required("limits")
                                .findValuesAsText("limit"))
                        .contains(milestone.id().toString()));
        var agent = Agent.with(tollgate.mcp(gateway), key.secret());
        Eventually.passes(
                gateway + " shows the tool", () -> assertThat(agent.tools()).contains(tool));
        return agent;
    }

    private List<JsonNode> calls(IssuedKey key) {
        return List.copyOf(company.api().all("/api/v1/calls?key=" + key.key().id() + "&status=OK"));
    }

    private static List<JsonNode> free(List<JsonNode> calls) {
        return calls.stream()
                .filter(call -> call.required("cost").asText().equals("0"))
                .toList();
    }

    private CallPrice priceOf(JsonNode call) {
        return explained.computeIfAbsent(
                call.required("id").asText(),
                id -> company.api(Role.FINANCE).read("/api/v1/calls/" + id + "/price", CallPrice.class));
    }

    /**
     * How many calls say that they are of the first so many. Others that are free waited for the ledger in vain, as on a
     * slow machine they may: they are of no tier, and say that.
     */
    private long counted(List<JsonNode> free, int size) {
        return free.stream()
                .map(call -> priceOf(call).explanation())
                .filter(("0 = 1 call x 0 (of the first " + size + " of the year)")::equals)
                .count();
    }

    /** What calls had of no tier, since they waited for the ledger in vain. */
    private long uncounted(List<JsonNode> calls) {
        return calls.stream()
                .flatMap(call -> priceOf(call).lines().stream())
                .filter(line -> line.part() != null && !line.part().known())
                .mapToLong(PriceLine::quantity)
                .sum();
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
    @DisplayName(
            "of 300 calls lets exactly 300 be free, and finance sees what each of the others cost to the nano-dollar")
    void to_the_last_call() throws Exception {
        price(workshop.approveAll(workshop.everything("library")), new Measure.Calls(), 300);
        var key = workshop.key("reader", "library__echo");
        var milestone = milestone(key);
        var one = at(Tollgate.GATEWAY, key, milestone, "library__echo");
        var other = at(OTHER, key, milestone, "library__echo");
        var readers = new Spenders("library__echo");

        readers.spend(500, one, other);

        var made = readers.admitted();
        Eventually.passes("each is recorded", () -> assertThat(calls(key)).hasSize(made));
        var recorded = calls(key);
        var free = free(recorded);
        assertThat(counted(free, 300)).isEqualTo(300);
        assertThat(priceOf(recorded.getFirst()).explanation())
                .isEqualTo("0.000000003 = 1 call x 0.000000003 (after the first 300 of the year)");
        Eventually.passes(
                "finance sees what was spent",
                () -> assertThat(spend(key)).isEqualTo(new Money(3L * (made - free.size()))));
    }

    @Test
    @DisplayName("of so many bytes is given to the last byte, though each call holds more than it has")
    void to_the_last_byte() throws Exception {
        var free = 10_007L;
        var price = price(
                workshop.approveAll(workshop.everything("warehouse")), new Measure.Bytes(Content.RESULT, 200L), free);
        var key = workshop.key("packer", "warehouse__echo");
        var milestone = milestone(key);
        var one = at(Tollgate.GATEWAY, key, milestone, "warehouse__echo");
        var other = at(OTHER, key, milestone, "warehouse__echo");
        var packers = new Spenders("warehouse__echo");

        packers.spend(400, one, other);

        Eventually.passes("no byte of it is left", () -> {
            packers.call(one);
            packers.call(other);
            assertThat(usage(price)).returns(free, TierUsage::used).returns(0L, TierUsage::held);
        });
        var made = packers.admitted();
        Eventually.passes("each is recorded", () -> assertThat(calls(key)).hasSize(made));
        var recorded = calls(key);
        var bytes = bytes(recorded.getFirst());
        assertThat(priceOf(recorded.getFirst()).explanation())
                .endsWith(bytes + " bytes of the result x 0.000000003 (after the first 10,007 of the year)");
        var uncounted = uncounted(recorded);
        Eventually.passes(
                "finance sees what was spent",
                () -> assertThat(spend(key)).isEqualTo(new Money(3 * (made * bytes - free - uncounted))));
    }

    private TierUsage usage(Price price) {
        return List.of(company.api(Role.FINANCE).read("/api/v1/prices/" + price.id() + "/usage", TierUsage[].class))
                .getFirst();
    }

    /** All say the same, and have as many. */
    private long bytes(JsonNode call) {
        return priceOf(call).lines().stream().mapToLong(PriceLine::quantity).sum();
    }

    @Test
    @DisplayName("is given to the last call although a gateway is killed with a part of it, and not one call more")
    void a_killed_gateway() throws Exception {
        price(workshop.approveAll(workshop.everything("archive")), new Measure.Calls(), 100);
        var key = workshop.key("archivist", "archive__echo");
        var milestone = milestone(key);
        var one = at(Tollgate.GATEWAY, key, milestone, "archive__echo");
        var other = at(OTHER, key, milestone, "archive__echo");
        var readers = new Spenders("archive__echo");
        readers.spend(10, other);
        var before = readers.admitted();
        Eventually.passes(
                "what was called is recorded", () -> assertThat(calls(key)).hasSize(before));

        tollgate.kill(OTHER);
        tollgate.start(OTHER);
        readers.spend(95, one);
        Eventually.passes("what the dead gateway held is free again", () -> {
            assertThat(readers.call(one)).isTrue();
            assertThat(counted(free(calls(key)), 100)).isEqualTo(100);
        });
        readers.spend(readers.admitted() + 10, one);

        var made = readers.admitted();
        Eventually.passes("each is recorded", () -> assertThat(calls(key)).hasSize(made));
        var free = free(calls(key));
        assertThat(counted(free, 100)).isEqualTo(100);
        Eventually.passes(
                "finance sees what was spent",
                () -> assertThat(spend(key)).isEqualTo(new Money(3L * (made - free.size()))));
    }
}
