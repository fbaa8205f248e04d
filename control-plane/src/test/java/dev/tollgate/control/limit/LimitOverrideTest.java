package dev.tollgate.control.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits that have another amount for some of their windows. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class LimitOverrideTest {
    private static final QuotaWindow.Calendar MONTHS =
            QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("Europe/Vienna"));

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String tenant;

    @BeforeEach
    void freshTenant() {
        owner = Acting.ownerOfNewTenant("override");
        tenant = "tenant:" + owner.tenantId();
    }

    private String monthly(String amount, String enforcement) {
        return owner.create(
                "/limits",
                Limits.limit("month", tenant, "dollars", Limits.calendar("1M", "Europe/Vienna"), amount, enforcement));
    }

    private ValidatableResponse override(String limit, Object body) {
        return post(owner, limit + "/overrides", body);
    }

    /** As whoever has read the limit just now. */
    private ValidatableResponse post(Acting by, String path, Object body) {
        String etag = owner.get("/limits/" + path.substring(0, 36)).extract().header("ETag");
        return by.request()
                .header("If-Match", etag)
                .body(body)
                .post("/limits/" + path)
                .then();
    }

    private List<AmountOverride> published() {
        return OutboxContents.of(system, owner)
                .live(LimitConfig.class)
                .getFirst()
                .limit()
                .overrides();
    }

    @Test
    void holds_for_whole_windows_of_the_calendar_and_the_usage_says_what_holds_now() {
        String id = monthly("100", "hard");

        override(id, Map.of("amount", "250.5", "windows", 2))
                .statusCode(200)
                .body("amount", equalTo("100"))
                .body("overrides", hasSize(1))
                .body("overrides[0].amount", equalTo("250.5"))
                .body("overrides[0].windows", equalTo(2));

        Instant start = MONTHS.periodAt(Instant.now()).start();
        Instant end = MONTHS.periodAt(MONTHS.periodAt(start).end()).end();
        assertThat(published()).containsExactly(new AmountOverride(start, end, 250_500_000_000L));
        owner.get("/limits/" + id + "/usage").body("amount", equalTo("250.5")).body("left", equalTo("250.5"));
    }

    @Test
    void a_coming_window_keeps_its_amount_until_it_begins_and_two_never_hold_at_once() {
        String id = monthly("100", "warn");
        Instant next = MONTHS.periodAt(Instant.now()).end();

        override(id, Map.of("amount", "0", "from", next.plusSeconds(99_999).toString()))
                .statusCode(200)
                .body("overrides[0].from", equalTo(next.toString()));
        override(id, Map.of("amount", "5", "windows", 2))
                .statusCode(422)
                .body("errors[0].field", equalTo("from"))
                .body("errors[0].message", containsString("another override holds from " + next));
        override(id, Map.of("amount", "5")).statusCode(200).body("overrides.amount", equalTo(List.of("5", "0")));
    }

    @Test
    void a_rolling_limit_has_it_from_a_moment_on_for_as_long_as_so_many_windows() {
        String id = owner.create("/limits", Limits.calls("calls", tenant, "10"));
        Instant from = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        override(id, Map.of("amount", "20", "windows", 3, "from", from.toString()))
                .statusCode(200);

        assertThat(published()).containsExactly(new AmountOverride(from, from.plus(Duration.ofDays(3)), 20));
    }

    @Test
    void what_is_withdrawn_holds_no_more_and_who_reads_limits_only_changes_none() {
        String id = owner.create("/limits", Limits.calls("calls", tenant, "10"));
        String override =
                override(id, Map.of("amount", "20")).statusCode(200).extract().path("overrides[0].id");

        post(owner.colleague("viewer"), id + "/overrides", Map.of("amount", "30"))
                .statusCode(403);
        post(owner, id + "/overrides/withdraw", Map.of("id", UUID.randomUUID())).statusCode(422);
        post(owner, id + "/overrides/withdraw", Map.of("id", override))
                .statusCode(200)
                .body("overrides", hasSize(0));

        assertThat(published()).isEmpty();
        owner.request()
                .body(Map.of("amount", "20"))
                .post("/limits/" + id + "/overrides")
                .then()
                .statusCode(428);
    }

    @Test
    void what_no_override_can_be_is_refused_by_its_field() {
        String id = owner.create("/limits", Limits.calls("calls", tenant, "10"));
        refused(id, Map.of("amount", "x"), "amount", "whole number");
        refused(id, Map.of("amount", "1", "windows", 0), "windows", "between 1 and 366");
        refused(id, Map.of("amount", "1", "windows", 367), "windows", "between 1 and 366");
        refused(id, Map.of("amount", "1", "from", "2020-01-01T00:00:00Z"), "from", "what is over");
        refused(id, Map.of("amount", "1", "from", "2100-01-01T00:00:00Z"), "from", "366 days ahead");
        String tokens = owner.create(
                "/limits", Limits.limit("tokens", tenant, "tokens", Limits.rolling("1h"), "90000", "hard"));
        refused(tokens, Map.of("amount", "49999"), "amount", "no call fits");
        override(tokens, Map.of("amount", "60000")).statusCode(200);
        Map<String, Object> wider = Limits.limit("tokens", tenant, "tokens", Limits.rolling("1h"), "90000", "hard");
        owner.put("/limits/" + tokens, Limits.with(wider, "perCallMax", 60_001))
                .statusCode(422)
                .body("errors[0].field", equalTo("perCallMax"));
        String running = owner.create("/limits", Limits.running("at once", tenant, "10"));
        refused(running, Map.of("amount", "20"), "windows", "has none");
    }

    private void refused(String limit, Object body, String field, String message) {
        override(limit, body)
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void so_many_hold_or_are_to_come_and_no_more() {
        String id =
                owner.create("/limits", Limits.limit("minute", tenant, "calls", Limits.rolling("1m"), "10", "hard"));
        Instant from = Instant.now().plusSeconds(3_600);
        for (int i = 0; i < Overrides.COUNT_MAX; i++) {
            Instant next = from.plusSeconds(60L * i);
            override(id, Map.of("amount", "1", "from", next.toString())).statusCode(200);
        }

        override(id, Map.of("amount", "1")).statusCode(409).body("detail", containsString("12 overrides"));
    }
}
