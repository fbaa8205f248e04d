package dev.tollgate.control.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.price.PriceVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class CatalogueTest {
    private static final Instant NEXT_MONTH =
            Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    CatalogueWatch watch;

    private final Acting operator = Acting.operator();
    private String vendor;
    private Acting owner;
    private String environment;

    @BeforeEach
    void a_vendor_and_a_tenant() {
        vendor = "http://127.0.0.1:1909/" + UUID.randomUUID();
        owner = Acting.ownerOfNewTenant("catalogue");
        environment = owner.environment("production");
    }

    private Map<String, Object> listed(String address, @Nullable String tool, String dollars) {
        Map<String, Object> body = new HashMap<>();
        body.put("address", address);
        body.put("toolName", tool);
        body.put("terms", Terms.perCall(dollars));
        return body;
    }

    private String server(String name, String url) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody(name, environment));
        body.put("transport", Map.of("type", "streamable-http", "url", url));
        return owner.create("/servers", body);
    }

    /** What gateways are told, as {@code tool dollars}, of all that hold. */
    private List<String> published() {
        return OutboxContents.of(system, owner).live(PriceConfig.class).stream()
                .map(price -> price.toolName() + " "
                        + price.versions()
                                .getFirst()
                                .terms()
                                .perCall()
                                .orElseThrow()
                                .dollars())
                .sorted()
                .toList();
    }

    @Test
    void a_server_at_the_address_or_below_has_the_price_and_no_other_has() {
        operator.create("/catalogue-prices", listed(vendor, null, "0.01"));
        operator.create("/catalogue-prices", listed(vendor + "/v2", null, "0.02"));
        operator.create("/catalogue-prices", listed(vendor, "search", "0.5"));

        server("at", vendor + "/");
        server("other", vendor + "-else");
        assertThat(published()).containsExactly("null 0.01", "search 0.5");

        String below = server("below", vendor + "/v2/mcp");
        owner.get("/prices?server=" + below)
                .body("items", hasSize(2))
                .body("items.origin", equalTo(List.of("CATALOGUE", "CATALOGUE")))
                .body("items.overridden", equalTo(List.of(false, false)));
        assertThat(published()).containsExactly("null 0.01", "null 0.02", "search 0.5", "search 0.5");
    }

    @Test
    void a_price_that_is_said_twice_by_one_key_is_set_once() {
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> operator.request()
                        .header("Idempotency-Key", vendor)
                        .body(listed(vendor, "search", "0.01"))
                        .post("/catalogue-prices")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(ids.getFirst()).isNotNull().isEqualTo(ids.getLast());
    }

    @Test
    void terms_to_come_that_are_taken_back_come_to_no_server() {
        String server = server("at", vendor);
        String id = operator.create("/catalogue-prices", listed(vendor, "search", "0.01"));
        String versions = "/catalogue-prices/" + id + "/versions";
        operator.act(versions, Map.of("terms", Terms.perCall("0.03"), "effectiveFrom", NEXT_MONTH.toString()))
                .statusCode(200);
        watch.run();

        operator.act(versions + "/withdraw", Map.of("number", 2))
                .statusCode(200)
                .body("upcoming", hasSize(0))
                .body("current.version", equalTo(1));
        watch.run();

        owner.get("/prices?server=" + server).body("items[0].upcoming", hasSize(0));
        assertThat(OutboxContents.of(system, owner).live(PriceConfig.class))
                .singleElement()
                .satisfies(price -> assertThat(price.versions())
                        .extracting(PriceVersion::version)
                        .containsExactly(1L));
        operator.act(versions + "/withdraw", Map.of("number", 2)).statusCode(404);
        operator.act(versions + "/withdraw", Map.of("number", 1)).statusCode(409);
        operator.act(versions, Map.of("terms", Terms.perCall("0.04"), "effectiveFrom", NEXT_MONTH.toString()))
                .body("upcoming[0].version", equalTo(3));
    }

    @Test
    void the_only_version_is_taken_back_by_deleting_its_price() {
        Map<String, Object> body = listed(vendor, "search", "0.01");
        body.put("effectiveFrom", NEXT_MONTH.toString());
        String id = operator.create("/catalogue-prices", body);

        operator.act("/catalogue-prices/" + id + "/versions/withdraw", Map.of("number", 1))
                .statusCode(409)
                .body("detail", containsString("Delete the price"));
        operator.get("/catalogue-prices/" + id).statusCode(200);
    }

    @Test
    void a_part_of_the_address_or_of_the_tool_finds_an_entry() {
        String mark = UUID.randomUUID().toString();
        operator.create("/catalogue-prices", listed(vendor + "/" + mark, "search_100%", "0.01"));
        operator.create("/catalogue-prices", listed(vendor + "/" + mark, null, "0.01"));

        operator.get("/catalogue-prices?q=" + mark.toUpperCase(Locale.ROOT)).body("items", hasSize(2));
        operator.get("/catalogue-prices?q=" + mark + " SEARCH_100%").body("items", hasSize(1));
        operator.get("/catalogue-prices?q=" + mark + "%").body("items", hasSize(0));
        operator.get("/catalogue-prices?q=" + "x".repeat(1_000)).statusCode(422);
    }

    @Test
    void what_the_catalogue_says_later_reaches_servers_that_are_there_with_its_versions() {
        String server = server("at", vendor);
        String id = operator.create("/catalogue-prices", listed(vendor, "search", "0.01"));
        assertThat(published()).isEmpty();

        watch.run();
        operator.act("/catalogue-prices/" + id + "/versions", Map.of("terms", Terms.perCall("0.02")))
                .statusCode(200)
                .body("current.version", equalTo(2));
        operator.act(
                        "/catalogue-prices/" + id + "/versions",
                        Map.of("terms", Terms.perCall("0.03"), "effectiveFrom", NEXT_MONTH.toString()))
                .statusCode(200)
                .body("upcoming[0].effectiveFrom", equalTo(NEXT_MONTH.toString()));
        watch.run();

        assertThat(OutboxContents.of(system, owner).live(PriceConfig.class))
                .singleElement()
                .satisfies(price -> assertThat(price.versions())
                        .extracting(PriceVersion::version)
                        .containsExactly(2L, 3L));
        String followed = owner.get("/prices?server=" + server).extract().path("items[0].id");
        owner.get("/prices/" + followed + "/versions").body("items.version", equalTo(List.of(1, 2, 3)));

        operator.delete("/catalogue-prices/" + id).statusCode(204);
        watch.run();
        assertThat(published()).isEmpty();
        owner.get("/prices").body("items", hasSize(0));
    }

    @Test
    void a_price_of_the_tenants_own_goes_before_it_as_long_as_it_is_there() {
        operator.create("/catalogue-prices", listed(vendor, null, "0.01"));
        operator.create("/catalogue-prices", listed(vendor, "search", "0.5"));
        String server = server("at", vendor);

        String own = owner.create(
                "/prices", Map.of("serverId", server, "toolName", "search", "terms", Terms.perCall("0.1")));
        assertThat(published()).containsExactly("null 0.01", "search 0.1");

        String all = owner.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("0.2")));
        assertThat(published()).containsExactly("null 0.2", "search 0.1");
        owner.get("/prices?server=" + server).body("items.findAll{it.overridden}.origin", hasSize(2));
        watch.run();
        assertThat(published()).containsExactly("null 0.2", "search 0.1");

        owner.delete("/prices/" + all).statusCode(204);
        owner.delete("/prices/" + own).statusCode(204);
        assertThat(published()).containsExactly("null 0.01", "search 0.5");
    }

    @Test
    void a_tenant_cannot_change_it_and_sees_where_it_comes_from() {
        operator.create("/catalogue-prices", listed(vendor, null, "0.01"));
        String server = server("at", vendor);
        String id = owner.get("/prices?server=" + server).extract().path("items[0].id");

        owner.act("/prices/" + id + "/versions", Map.of("terms", Terms.perCall("0.02")))
                .statusCode(409)
                .body("detail", containsString("comes from the catalogue"));
        owner.delete("/prices/" + id).statusCode(409);
        owner.get("/prices/sheet").body(equalTo(PriceSheet.of(SheetLayout.TENANT, List.of())));
        owner.post("/catalogue-prices", listed(vendor, "x", "1")).statusCode(403);
        owner.get("/catalogue-prices").statusCode(403);
        owner.delete("/servers/" + server).statusCode(204);
        assertThat(published()).isEmpty();
    }

    @Test
    void a_server_that_moves_away_leaves_its_price_behind() {
        operator.create("/catalogue-prices", listed(vendor, null, "0.01"));
        String server = server("at", vendor);
        Map<String, Object> moved = new HashMap<>(Acting.serverBody("at", environment));
        moved.put("transport", Map.of("type", "streamable-http", "url", vendor + "-else"));

        owner.put("/servers/" + server, moved).statusCode(200);

        assertThat(published()).isEmpty();
    }

    @Test
    void what_cannot_be_in_the_catalogue_is_refused_with_the_field() {
        refused(listed("somewhere", null, "1"), "address", "is a URL such as");
        refused(listed("ftp://vendor.example", null, "1"), "address", "is a URL such as");
        refused(listed("https://user@vendor.example/", null, "1"), "address", "has no user, query or fragment");
        refused(listed(vendor, null, "10000.01"), "terms", "up to 10000.01");
        refused(Map.of("address", vendor), "terms", "must be given");
        String id = operator.create(
                "/catalogue-prices", listed("HTTPS://Vendor.Example:443/" + UUID.randomUUID() + "/", null, "1"));
        operator.get("/catalogue-prices/" + id).body("address", containsString("https://vendor.example/"));
        operator.post("/catalogue-prices", listed(vendor, "search", "1")).statusCode(201);
        operator.post("/catalogue-prices", listed(vendor + "/", "search", "1"))
                .statusCode(409)
                .body("errors[0].field", equalTo("toolName"));
        operator.get("/catalogue-prices/" + UUID.randomUUID()).statusCode(404);
        operator.get("/catalogue-prices?limit=1").body("items", hasSize(1)).body("nextCursor", notNullValue());
    }

    private void refused(Map<String, Object> body, String field, String message) {
        operator.post("/catalogue-prices", body)
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }
}
