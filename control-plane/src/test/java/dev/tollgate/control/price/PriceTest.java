package dev.tollgate.control.price;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.web.NextVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PriceTest {
    private static final Instant NEXT_MONTH =
            Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

    private Acting owner;
    private String server;

    @BeforeEach
    void a_server() {
        owner = Acting.ownerOfNewTenant("price");
        server = owner.server("crm", owner.environment("production"));
    }

    private Map<String, Object> price(String tool, Map<String, Object> terms) {
        return Map.of("serverId", server, "toolName", tool, "terms", terms);
    }

    private static Map<String, Object> from(Instant time, String dollars) {
        return Map.of("terms", Terms.perCall(dollars), "effectiveFrom", time.toString());
    }

    @Test
    void a_price_names_a_server_and_perhaps_a_tool_once() {
        Map<String, Object> body = price("read", Terms.perCall("0.0125"));

        owner.post("/prices", body)
                .statusCode(201)
                .body("current.version", equalTo(1))
                .body("current.terms.components[0].measure.kind", equalTo("calls"))
                .body("current.terms.components[0].period", nullValue())
                .body("current.terms.components[0].tiers[0].rate.amount", equalTo("0.0125"))
                .body("current.terms.failures.timeout.kind", equalTo("free"))
                .body("upcoming", hasSize(0))
                .body("serverName", equalTo("crm"));
        owner.post("/prices", body).statusCode(409).body("errors[0].field", equalTo("toolName"));
        owner.post("/prices", Map.of("serverId", server, "terms", Terms.perCall("1")))
                .statusCode(201);
        owner.post("/prices", Map.of("serverId", server, "terms", Terms.perCall("2")))
                .statusCode(409);
        owner.colleague("finance")
                .post("/prices", price("write", Terms.perCall("0.1")))
                .statusCode(201);
        owner.colleague("tool-admin").post("/prices", body).statusCode(403);
        owner.get("/prices?server=" + server)
                .body("items", hasSize(3))
                .body("items[1].current.terms.components[0].tiers[0].rate.amount", equalTo("1"));
    }

    @Test
    void a_part_of_a_servers_or_a_tools_name_finds_prices_and_so_does_who_set_them() {
        owner.create("/prices", price("read_100%", Terms.perCall("1")));
        owner.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("2")));
        String other = owner.server("mail", owner.environment("staging"));
        owner.create("/prices", Map.of("serverId", other, "terms", Terms.perCall("3")));

        owner.get("/prices?q=CR").body("items", hasSize(2));
        owner.get("/prices?q=_100%").body("items.toolName", equalTo(List.of("read_100%")));
        owner.get("/prices?q=mail&limit=1").body("items", hasSize(1)).body("nextCursor", nullValue());
        owner.get("/prices?q=crm&limit=1").body("items", hasSize(1)).body("nextCursor", notNullValue());
        owner.get("/prices?origin=OWN").body("items", hasSize(3));
        owner.get("/prices?origin=CATALOGUE").body("items", hasSize(0));
        owner.get("/prices?origin=nobody").statusCode(422).body("errors[0].field", equalTo("origin"));
        Acting.ownerOfNewTenant("price").get("/prices?q=crm").body("items", hasSize(0));
    }

    @Test
    void terms_that_cannot_be_are_refused_by_the_part_that_is_at_fault() {
        refused(Terms.perCall("-1"), "terms.components[0].tiers[0].rate", "no negative amount");
        refused(Terms.perCall("lots"), "terms.components[0].tiers[0].rate.amount", "");
        refused(Terms.perCall("10000.01"), "terms", "up to 10000.01");
        refused(Terms.counting(Map.of("kind", "tokens", "of", "RESULT"), "1", 1), "terms", "set a maximum");
        refused(Terms.counting(Map.of("kind", "bytes", "of", "RESULT"), "1", 1), "terms", "set a maximum");
        refused(Terms.counting(Map.of("kind", "wishes"), "1", 1), "terms.components[0].measure", "");
        refused(
                Terms.counting(
                        Map.of("kind", "pointed", "of", "RESULT", "pointer", "rows", "name", "rows", "quantityMax", 1),
                        "1",
                        1),
                "terms.components[0].measure",
                "");
        refused(
                Terms.within(Map.of("length", "1M"), Map.of("kind", "millis"), 100),
                "terms.components[0].measure.quantityMax",
                "is needed with a period: how many ms a call has is known when it has ended");
        refused(
                Map.of(
                        "components",
                        List.of(Map.of(
                                "measure",
                                Map.of("kind", "calls"),
                                "period",
                                Map.of("length", "1M"),
                                "tiers",
                                List.of(Map.of("rate", Map.of("amount", "1")))))),
                "terms.components[0].tiers",
                "need one that ends");
        refused(Terms.free(Map.of("length", "1h"), 100), "terms.components[0].period", "1d, 1w, 1M, 1Q or 1Y long");
        refused(
                Terms.free(Map.of("length", "1M", "zone", "Vienna"), 100),
                "terms.components[0].period",
                "a time zone is such as Europe/Vienna or UTC, not Vienna");
        refused(Terms.free(Map.of("zone", "UTC"), 100), "terms.components[0].period.length", "");
        refused(
                Map.of("components", List.of(), "failures", Map.of("refused", Map.of("kind", "usual"))),
                "terms.failures",
                "a refused call has no usual price");
        owner.post("/prices", Map.of("serverId", server))
                .statusCode(422)
                .body("errors[0].field", equalTo("terms"))
                .body("errors[0].message", equalTo("must be given"));
        Map<String, Object> bounded = new HashMap<>(Terms.counting(Map.of("kind", "bytes", "of", "RESULT"), "1", 1));
        bounded.put("maximum", "0.5");
        owner.post("/prices", price("bounded", bounded)).statusCode(201);
    }

    private void refused(Map<String, Object> terms, String field, String message) {
        owner.post("/prices", price("x", terms))
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void other_terms_hold_from_a_time_on_and_those_before_stay() {
        String id = owner.create("/prices", price("read", Terms.perCall("1")));

        owner.act("/prices/" + id + "/versions", Map.of("terms", Terms.perCall("2")))
                .statusCode(200)
                .body("current.version", equalTo(2))
                .body("version", equalTo(1));
        owner.act("/prices/" + id + "/versions", from(NEXT_MONTH, "3"))
                .statusCode(200)
                .body("current.version", equalTo(2))
                .body("upcoming[0].version", equalTo(3))
                .body("upcoming[0].effectiveFrom", equalTo(NEXT_MONTH.toString()));
        owner.get("/prices/" + id + "/versions")
                .body("items.version", equalTo(List.of(1, 2, 3)))
                .body("items[0].terms.components[0].tiers[0].rate.amount", equalTo("1"));
        owner.act("/prices/" + id + "/versions", Map.of("terms", Terms.perCall("4")))
                .statusCode(422)
                .body("errors[0].field", equalTo("effectiveFrom"))
                .body("errors[0].message", startsWith("lies behind " + NEXT_MONTH));
        owner.act("/prices/" + id + "/versions", from(NEXT_MONTH, "4")).statusCode(422);
        owner.act("/prices/" + id + "/versions", from(Instant.now().minusSeconds(120), "4"))
                .statusCode(422)
                .body("errors[0].message", startsWith("lies in the past"));
        owner.act("/prices/" + id + "/versions", from(Instant.now().plus(Duration.ofDays(4_000)), "4"))
                .statusCode(422);
        owner.request()
                .header("If-Match", "\"0\"")
                .body(from(NEXT_MONTH.plusSeconds(1), "4"))
                .post("/prices/" + id + "/versions")
                .then()
                .statusCode(412);
    }

    @Test
    void what_is_to_come_can_be_taken_back_and_what_holds_cannot() {
        String id = owner.create("/prices", price("read", Terms.perCall("1")));
        owner.act("/prices/" + id + "/versions", from(NEXT_MONTH, "2")).statusCode(200);

        withdrawn(id, 2).statusCode(200).body("upcoming", hasSize(0)).body("version", equalTo(2));
        withdrawn(id, 2).statusCode(404);
        withdrawn(id, 1)
                .statusCode(409)
                .body("type", endsWith("/wrong-state"))
                .body("detail", startsWith("Version 1 holds since "));
        owner.act("/prices/" + id + "/versions", Map.of("terms", Terms.perCall("3")))
                .statusCode(200)
                .body("current.version", equalTo(3));
    }

    private ValidatableResponse withdrawn(String id, long number) {
        return owner.act("/prices/" + id + "/versions/withdraw", Map.of("number", number));
    }

    @Test
    void a_price_may_begin_to_hold_later_and_versions_to_come_are_bounded() {
        Map<String, Object> later = new HashMap<>(price("read", Terms.perCall("1")));
        later.put("effectiveFrom", NEXT_MONTH.toString());
        String id = owner.create("/prices", later);

        owner.get("/prices/" + id).body("current", nullValue()).body("upcoming", hasSize(1));
        for (int i = 1; i < NextVersion.UPCOMING_MAX; i++) {
            owner.act("/prices/" + id + "/versions", from(NEXT_MONTH.plusSeconds(i), "2"))
                    .statusCode(200);
        }
        owner.act("/prices/" + id + "/versions", from(NEXT_MONTH.plusSeconds(100), "2"))
                .statusCode(422)
                .body("errors[0].message", containsString("12 versions"));
    }

    @Test
    void a_quote_says_what_a_call_would_cost_and_why() {
        Map<String, Object> terms = Terms.counting(
                Map.of("kind", "pointed", "of", "RESULT", "pointer", "/rows", "name", "rows", "quantityMax", 1_000),
                "0.002",
                1);

        owner.colleague("finance")
                .post("/prices/quote", Map.of("terms", terms, "result", Map.of("rows", List.of("a", "b", "c"))))
                .statusCode(200)
                .body("total", equalTo("0.006"))
                .body("explanation", equalTo("0.006 = 3 rows x 0.002"))
                .body("lines[0].quantity", equalTo(3))
                .body("most", equalTo("2"));
        owner.post("/prices/quote", Map.of("terms", terms, "status", "TIMEOUT"))
                .body("total", equalTo("0"))
                .body("explanation", equalTo("0 = free, because it failed"));
        owner.post(
                        "/prices/quote",
                        Map.of(
                                "terms",
                                Terms.counting(Map.of("kind", "tokens", "of", "RESULT"), "0.5", 1_000_000),
                                "result",
                                Map.of("a", "12")))
                .statusCode(200)
                .body("lines[0].quantity", equalTo(3))
                .body("total", equalTo("0.0000015"))
                .body("most", equalTo("8.388608"));
        owner.post("/prices/quote", Map.of("terms", Terms.perCall("1"), "millis", -1))
                .statusCode(422)
                .body("errors[0].field", equalTo("millis"));
        owner.get("/prices").body("items", hasSize(0));
    }
}
