package dev.tollgate.control.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogue out to a sheet and in again. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class CatalogueSheetTest {
    private static final String HEAD = "address,tool,effective_from,minimum,maximum,tool_error,upstream_error,"
            + "timeout,cancelled,refused,measure,of,pointer,unit,quantity_max,period,up_to,amount,per\r\n";
    private static final Instant NEXT_MONTH =
            Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

    private final Acting operator = Acting.operator();
    private final String vendor = "http://127.0.0.1:1909/" + UUID.randomUUID();
    private final List<String> lines = List.of(
            vendor + ",,,,,free,free,free,free,free,calls,,,,,,,0.01,1",
            vendor + ",find,,0.005,1,usual,free,free,free,0.001,calls,,,,,1M,1000,0,1",
            vendor + ",find,,,,,,,,,calls,,,,,1M,,0.01,1",
            vendor + ",find," + NEXT_MONTH + ",,,free,free,free,free,free,bytes,arguments,,,,,,0.001,1024");

    private ValidatableResponse imported(boolean dryRun, List<String> sheet) {
        return operator.request()
                .contentType("text/csv; charset=utf-8")
                .body(HEAD + String.join("\r\n", sheet))
                .post("/catalogue-prices/sheet?dry_run=" + dryRun)
                .then();
    }

    /** The lines of this vendor: the catalogue has others from elsewhere. */
    private List<String> exported() {
        String sheet = operator.request()
                .accept("text/csv")
                .get("/catalogue-prices/sheet")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sheet).startsWith(HEAD);
        return sheet.lines().filter(line -> line.startsWith(vendor)).toList();
    }

    private ValidatableResponse listed() {
        return operator.get("/catalogue-prices?q=" + vendor);
    }

    @Test
    void what_is_exported_is_what_was_imported_and_changes_nothing_when_it_comes_again() {
        // given
        var would = imported(true, lines);
        would.statusCode(200)
                .body("dryRun", equalTo(true))
                .body("lines.server", equalTo(List.of(vendor, vendor, vendor)))
                .body("lines.effect", equalTo(List.of("CREATED", "CREATED", "CHANGED")));
        listed().body("items", hasSize(0));

        // when
        imported(false, lines).statusCode(200).body("lines.effect", equalTo(List.of("CREATED", "CREATED", "CHANGED")));

        // then
        assertThat(exported()).isEqualTo(lines);
        listed().body("items", hasSize(2))
                .body("items[1].current.terms.maximum", equalTo("1"))
                .body("items[1].upcoming[0].version", equalTo(2))
                .body("items[1].upcoming[0].effectiveFrom", equalTo(NEXT_MONTH.toString()));
        imported(false, exported()).body("unchanged", equalTo(3)).body("changed", equalTo(0));
        listed().body("items[1].upcoming", hasSize(1));
    }

    @Test
    void an_address_that_is_written_otherwise_is_the_same_and_gets_another_version() {
        String id = operator.create("/catalogue-prices", Map.of("address", vendor, "terms", Terms.perCall("1")));
        String before = operator.get("/catalogue-prices/" + id).extract().header("ETag");

        imported(false, List.of(vendor.replace("http", "HTTP") + "/,,,,,,,,,,calls,,,,,,,2,1"))
                .statusCode(200)
                .body("changed", equalTo(1));

        listed().body("items", hasSize(1))
                .body("items[0].current.version", equalTo(2))
                .body("items[0].current.terms.components[0].tiers[0].rate.amount", equalTo("2"));
        assertThat(operator.get("/catalogue-prices/" + id).extract().header("ETag"))
                .isNotEqualTo(before);
    }

    @Test
    void a_number_of_a_version_that_was_withdrawn_is_not_given_again() {
        imported(false, lines).statusCode(200);
        String id = listed().extract().path("items[1].id");
        operator.act("/catalogue-prices/" + id + "/versions/withdraw", Map.of("number", 2))
                .statusCode(200);

        imported(false, lines).body("changed", equalTo(1));

        listed().body("items[1].upcoming.version", contains(3));
    }

    @Test
    void what_follows_the_catalogue_has_what_a_sheet_set() {
        Acting owner = Acting.ownerOfNewTenant("sheet");
        imported(false, lines).statusCode(200);

        Map<String, Object> server = new HashMap<>(Acting.serverBody("crm", owner.environment("production")));
        server.put("transport", Map.of("type", "streamable-http", "url", vendor + "/mcp"));
        owner.create("/servers", server);

        owner.get("/prices").body("items.origin", equalTo(List.of("CATALOGUE", "CATALOGUE")));
    }

    @Test
    void all_that_is_wrong_is_told_by_line_and_nothing_is_done() {
        imported(
                        false,
                        List.of(
                                vendor + ",a,,,,,,,,,calls,,,,,,,0.01,1",
                                "somewhere,a,,,,,,,,,calls,,,,,,,0.01,1",
                                vendor + ",b,2020-01-01T00:00:00Z,,,,,,,,calls,,,,,,,0.01,1",
                                vendor + "," + "c".repeat(129) + ",,,,,,,,,calls,,,,,,,0.01,1",
                                vendor + ",d,,,,,,,,,calls,,,,,,,much,1",
                                ",e,,,,,,,,,calls,,,,,,,0.01,1"))
                .statusCode(422)
                .body(
                        "errors.field",
                        contains(
                                "line 5: tool",
                                "line 6: amount",
                                "line 3: address",
                                "line 4: effective_from",
                                "line 7: address"));
        listed().body("items", hasSize(0));
    }

    @Test
    void a_sheet_whose_last_line_does_not_hold_sets_none_of_the_others() {
        imported(false, lines.subList(3, 4)).statusCode(200);
        Instant later = NEXT_MONTH.plusSeconds(1);

        imported(
                        false,
                        List.of(
                                vendor + ",first,,,,,,,,,calls,,,,,,,0.01,1",
                                vendor + ",find," + NEXT_MONTH.minusSeconds(1) + ",,,,,,,,calls,,,,,,,0.02,1"))
                .statusCode(422)
                .body("errors.field", contains("line 3: effective_from"))
                .body("errors[0].message", startsWith("lies behind"));

        listed().body("items", hasSize(1));
        imported(false, List.of(vendor + ",find," + later + ",,,,,,,,calls,,,,,,,0.02,1"))
                .body("changed", equalTo(1));
    }

    @Test
    void a_sheet_of_a_tenants_prices_is_no_sheet_of_the_catalogue_and_a_tenant_has_none() {
        operator.request()
                .contentType("text/csv")
                .body("environment,server,measure,amount\nproduction,crm,calls,1\n")
                .post("/catalogue-prices/sheet")
                .then()
                .statusCode(422)
                .body(
                        "errors.message",
                        contains(
                                equalTo("lacks the column address"),
                                startsWith("has a column 1 that is none of address, tool"),
                                startsWith("has a column 2 that is none of address, tool")));
        Acting owner = Acting.ownerOfNewTenant("sheet");
        owner.get("/catalogue-prices/sheet").statusCode(403);
        owner.request()
                .contentType("text/csv")
                .body(HEAD)
                .post("/catalogue-prices/sheet")
                .then()
                .statusCode(403);
    }
}
