package dev.tollgate.control.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices out to a sheet and in again. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PriceSheetTest {
    private static final String HEAD =
            "environment,server,tool,effective_from,minimum,maximum,tool_error,upstream_error,"
                    + "timeout,cancelled,refused,measure,of,pointer,unit,quantity_max,period,up_to,amount,per\r\n";
    private static final Instant NEXT_MONTH =
            Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private static final String SHEET = HEAD
            + "production,crm,,,,,free,free,free,free,free,calls,,,,,,,0.01,1\r\n"
            + "production,crm,'=find,,0.005,1,usual,free,free,free,0.001,calls,,,,,,,0.01,1\r\n"
            + "production,crm,'=find,,,,,,,,,pointed,result,/rows,\"rows, read\",1000,,100,0,1\r\n"
            + "production,crm,'=find,,,,,,,,,pointed,result,/rows,\"rows, read\",1000,,,0.002,3\r\n"
            + "production,crm,'=find," + NEXT_MONTH + ",,,free,free,free,free,free,bytes,arguments,,,,,,0.001,1024\r\n";

    private Acting owner;
    private String server;

    @BeforeEach
    void a_server() {
        owner = Acting.ownerOfNewTenant("sheet");
        server = owner.server("crm", owner.environment("production"));
    }

    private ValidatableResponse imported(String sheet, boolean dryRun) {
        return owner.request()
                .contentType("text/csv; charset=utf-8")
                .body(sheet)
                .post("/prices/sheet?dry_run=" + dryRun)
                .then();
    }

    private String exported() {
        return owner.request()
                .accept("text/csv")
                .get("/prices/sheet")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void what_is_exported_is_what_was_imported_and_changes_nothing_when_it_comes_again() {
        assertThat(exported()).isEqualTo(HEAD);
        imported(SHEET, true)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(2))
                .body("changed", equalTo(1))
                .body("lines.effect", equalTo(List.of("CREATED", "CREATED", "CHANGED")))
                .body(
                        "lines[1].terms",
                        equalTo("0.01 a call + rows, read: 0 up to 100, then 0.002 per 3, at least 0.005, at most 1"));
        owner.get("/prices").body("items", hasSize(0));

        imported(SHEET, false)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("changed", equalTo(1))
                .body("lines.effect", equalTo(List.of("CREATED", "CREATED", "CHANGED")));

        owner.get("/prices")
                .body("items", hasSize(2))
                .body("items[1].toolName", equalTo("=find"))
                .body("items[1].current.terms.maximum", equalTo("1"))
                .body("items[1].current.terms.failures.refused.amount", equalTo("0.001"))
                .body("items[1].upcoming[0].effectiveFrom", equalTo(NEXT_MONTH.toString()));
        assertThat(exported()).isEqualTo(SHEET);
        imported(exported(), false)
                .statusCode(200)
                .body("unchanged", equalTo(3))
                .body("changed", equalTo(0));
        owner.get("/prices").body("items[1].version", equalTo(1));
    }

    @Test
    void a_price_that_says_otherwise_gets_another_version() {
        String price = owner.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("1")));

        imported("server,environment,measure,amount\ncrm,production,calls,2\n", false)
                .statusCode(200)
                .body("changed", equalTo(1));

        owner.get("/prices/" + price)
                .body("current.version", equalTo(2))
                .body("current.terms.components[0].tiers[0].rate.amount", equalTo("2"));
    }

    @Test
    void a_dry_run_says_of_lines_that_follow_one_another_what_is_done_then() {
        String head = "environment,server,tool,effective_from,measure,amount\n";
        String sheet = head + "production,crm,a,,calls,1\nproduction,crm,a," + NEXT_MONTH + ",calls,1\n"
                + "production,crm,b," + NEXT_MONTH + ",calls,3\nproduction,crm,b,,calls,2\n";
        List<String> effects = List.of("CREATED", "UNCHANGED", "CHANGED", "CREATED");

        imported(sheet, true).statusCode(200).body("lines.effect", equalTo(effects));
        imported(sheet, false).statusCode(200).body("lines.effect", equalTo(effects));

        String before = head + "production,crm,b,,calls,4\n";
        for (boolean dryRun : new boolean[] {true, false}) {
            imported(before, dryRun)
                    .statusCode(422)
                    .body("errors.field", contains("line 2: effective_from"))
                    .body("errors[0].message", startsWith("lies behind " + NEXT_MONTH));
        }
    }

    @Test
    void a_free_quota_has_its_period_on_each_of_its_lines() {
        String free = HEAD
                + "production,crm,,,,,free,free,free,free,free,calls,,,,,1w Europe/Vienna SUNDAY,1000,0,1\r\n"
                + "production,crm,,,,,,,,,,calls,,,,,1w Europe/Vienna SUNDAY,,0.01,1\r\n";
        imported(free, false)
                .statusCode(200)
                .body("lines[0].terms", equalTo("calls of the week: 0 up to 1000, then 0.01"));
        assertThat(exported()).isEqualTo(free);

        // Without a zone it is the organization's.
        imported(free.replace(" Europe/Vienna SUNDAY", ""), false).body("changed", equalTo(1));
        assertThat(exported()).contains("1w UTC MONDAY");
        imported(free.replace(" Europe/Vienna SUNDAY", ""), false).body("unchanged", equalTo(1));
        imported(free.replaceFirst("1w Europe/Vienna SUNDAY", "1M"), false)
                .statusCode(422)
                .body("errors[0].field", equalTo("line 3: period"));
        imported(free.replace("1w Europe/Vienna SUNDAY", "monthly"), false)
                .statusCode(422)
                .body("errors[0].field", equalTo("line 2: period"));
    }

    @Test
    void bytes_that_go_on_say_how_many_count_of_one_call() {
        String free = HEAD
                + "production,crm,,,,,free,free,free,free,free,bytes,result,,,50000,1M UTC,1000000,0,1\r\n"
                + "production,crm,,,,,,,,,,bytes,result,,,50000,1M UTC,,0.01,1024\r\n";
        imported(free, false).statusCode(200);

        assertThat(exported()).isEqualTo(free);
        imported(free.replace(",50000,", ",,"), false)
                .statusCode(422)
                .body("errors[0].message", containsString("is needed with a period"));
    }

    @Test
    void all_that_is_wrong_is_told_by_line_and_nothing_is_done() {
        imported(
                        HEAD + "production,crm,a,,,,,,,,,calls,,,,,,,0.01,1\r\n"
                                + "production,nowhere,a,,,,,,,,,calls,,,,,,,0.01,1\r\n"
                                + "production,crm,b,yesterday,,,,,,,,calls,,,,,,,0.01,1\r\n"
                                + "production,crm,c,2020-01-01T00:00:00Z,,,,,,,,calls,,,,,,,0.01,1\r\n"
                                + "production,crm,d,,,,,,,,,wishes,,,,,,,0.01,1\r\n"
                                + "production,crm,e,,,,,,,,,calls,,,,,,,much,1\r\n"
                                + "production,crm,f,,,,,,,,,bytes,,,,,,,1,1\r\n"
                                + "production,crm,g,,,,,,,,usual,calls,,,,,,,1,1\r\n"
                                + "production,crm,h,,,,,,,,,calls,,,,,,5,1,1\r\n"
                                + "production,crm,i,,,,,,,,,calls,,,,,,,20000,1\r\n",
                        false)
                .statusCode(422)
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "line 4: effective_from",
                                "line 6: measure",
                                "line 7: amount",
                                "line 8: measure",
                                "line 9",
                                "line 10",
                                "line 11",
                                "line 3: server",
                                "line 5: effective_from")))
                .body("errors[3].message", containsString("arguments or result"))
                .body("errors[8].message", containsString("in the past"));
        owner.get("/prices").body("items", hasSize(0));
    }

    @Test
    void what_is_no_sheet_is_refused() {
        imported("", false).statusCode(422).body("errors.message", hasSize(4));
        imported("{\"prices\": []}", false)
                .statusCode(422)
                .body("errors.message", hasSize(5))
                .body("errors[0].message", containsString("lacks the column"));
        imported("environment,server,measure,amount,maximun\nproduction,crm,calls,1,5\n", false)
                .statusCode(422)
                .body("errors.message", contains(startsWith("has a column 5 that is none of environment, server")));
        imported("server,server\n", false).statusCode(422).body("errors[0].field", equalTo("body"));
        imported(
                        "environment,server,measure,amount\n"
                                + "production,crm,calls,1\n".repeat(SheetReader.LINES_MAX + 1),
                        false)
                .statusCode(422)
                .body("errors[0].message", containsString("5000 at most"));
        owner.request().body(Map.of("a", "b")).post("/prices/sheet").then().statusCode(415);
        owner.colleague("auditor")
                .request()
                .contentType("text/csv")
                .body(SHEET)
                .post("/prices/sheet")
                .then()
                .statusCode(403);
    }
}
