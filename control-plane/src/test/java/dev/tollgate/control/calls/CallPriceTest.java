package dev.tollgate.control.calls;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.price.Terms;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.CountBefore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a call cost what it did, also when its price has other terms since, or is gone. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class CallPriceTest {
    private static final Map<String, Object> ROWS =
            Map.of("kind", "pointed", "of", "RESULT", "pointer", "/rows", "name", "rows", "quantityMax", 1_000);

    @Inject
    ClickHouse clickHouse;

    private Acting owner;
    private String server;

    @BeforeEach
    void a_server() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("priced");
        server = owner.server("crm", owner.environment("production"));
    }

    private ToolCallEvent call(long nanos, CallStatus status) {
        return Events.call(
                TenantId.of(owner.tenantId()),
                Instant.now().truncatedTo(HOURS),
                Events.KEY,
                "Analyst",
                "find",
                nanos,
                status);
    }

    private String priced(String price, long version, long nanos, CallStatus status, List<Long> quantities) {
        ToolCallEvent call = Events.priced(call(nanos, status), PriceId.of(price), version, quantities);
        StoredCalls.store(clickHouse, List.of(call));
        return "/calls/" + call.callId() + "/price";
    }

    @Test
    void a_call_is_explained_by_the_terms_that_held() {
        // given
        String price = owner.create("/prices", Map.of("serverId", server, "terms", Terms.counting(ROWS, "0.002", 1)));
        String call = priced(price, 1, 6_000_000, CallStatus.OK, List.of(3L));
        // when
        owner.act("/prices/" + price + "/versions", Map.of("terms", Terms.perCall("5")))
                .statusCode(200);
        // then
        owner.colleague("finance")
                .get(call)
                .statusCode(200)
                .body("charged", equalTo("0.006"))
                .body("total", equalTo("0.006"))
                .body("priceId", equalTo(price))
                .body("version.version", equalTo(1))
                .body("explanation", equalTo("0.006 = 3 rows x 0.002"))
                .body("lines[0].amount", equalTo("0.006"));
        // when
        owner.delete("/prices/" + price).statusCode(204);
        // then
        owner.get(call).statusCode(200).body("explanation", equalTo("0.006 = 3 rows x 0.002"));
        owner.colleague("tool-admin").get(call).statusCode(403);
        Acting.ownerOfNewTenant("nosy").get(call).statusCode(404);
    }

    @Test
    void a_price_per_call_needs_no_quantities_and_a_free_failure_says_so() {
        String price = owner.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("0.0125")));

        owner.get(priced(price, 1, 12_500_000, CallStatus.OK, List.of()))
                .body("explanation", equalTo("0.0125 = 1 call x 0.0125"));
        owner.get(priced(price, 1, 0, CallStatus.TIMEOUT, List.of()))
                .body("explanation", equalTo("0 = free, because it failed"));
    }

    @Test
    void a_call_of_a_free_quota_says_where_the_count_stood_also_when_the_price_is_gone() {
        String price =
                owner.create("/prices", Map.of("serverId", server, "terms", Terms.free(Map.of("length", "1M"), 1_000)));
        String free = after(price, 0, new CountBefore(0, true));
        String paid = after(price, 10_000_000, new CountBefore(1_000, true));
        String unheard = after(price, 0, CountBefore.UNKNOWN);

        owner.delete("/prices/" + price).statusCode(204);

        owner.get(free)
                .body("total", equalTo("0"))
                .body("explanation", equalTo("0 = 1 call x 0 (of the first 1,000 of the month)"))
                .body("lines[0].part.upTo", equalTo(1_000));
        owner.get(paid)
                .body("total", equalTo("0.01"))
                .body("explanation", equalTo("0.01 = 1 call x 0.01 (after the first 1,000 of the month)"));
        owner.get(unheard)
                .body("total", equalTo("0"))
                .body("explanation", startsWith("0 = 1 call x 0 (the cheapest rate that may hold"));
    }

    @Test
    void a_call_says_how_much_it_had_of_each_tier() {
        Map<String, Object> rows = Map.of(
                "kind",
                "pointed",
                "of",
                "RESULT",
                "pointer",
                "/structuredContent/rows",
                "name",
                "rows",
                "quantityMax",
                500);
        String price = owner.create(
                "/prices", Map.of("serverId", server, "terms", Terms.within(Map.of("length", "1M"), rows, 1_000)));
        ToolCallEvent call = Events.tiered(
                Events.priced(call(300_000_000, CallStatus.OK), PriceId.of(price), 1, List.of(150L)),
                List.of(120L, 1_000L));
        StoredCalls.store(clickHouse, List.of(call));

        owner.get("/calls/" + call.callId() + "/price")
                .body("total", equalTo("0.3"))
                .body(
                        "explanation",
                        equalTo("0.3 = 120 rows x 0 (of the first 1,000 of the month) + 30 rows x 0.01"
                                + " (after the first 1,000 of the month)"));
    }

    private String after(String price, long nanos, CountBefore before) {
        ToolCallEvent call =
                Events.after(Events.priced(call(nanos, CallStatus.OK), PriceId.of(price), 1, List.of(1L)), before);
        StoredCalls.store(clickHouse, List.of(call));
        return "/calls/" + call.callId() + "/price";
    }

    @Test
    void a_call_without_a_price_is_explained_too() {
        ToolCallEvent free = call(0, CallStatus.OK);
        ToolCallEvent before = call(7, CallStatus.OK);
        StoredCalls.store(clickHouse, List.of(free, before));

        owner.get("/calls/" + free.callId() + "/price")
                .statusCode(200)
                .body("priceId", nullValue())
                .body("explanation", startsWith("0 = no price holds"));
        owner.get("/calls/" + before.callId() + "/price")
                .body("explanation", startsWith("0.000000007 = the price per call"));
        owner.get("/calls/" + UUID.randomUUID() + "/price").statusCode(404);
    }
}
