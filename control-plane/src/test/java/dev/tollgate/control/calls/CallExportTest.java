package dev.tollgate.control.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.testing.RawHttp;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.id.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The download's bounds and its end, from a real ClickHouse. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class CallExportTest {
    /** Some twenty megabytes, which no buffer on the way takes: the server waits until the client reads on. */
    private static final int CALLS = 20_000;

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(UTF_8);

    @Inject
    ClickHouse clickHouse;

    private Acting owner;

    @BeforeEach
    void tenant() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("export");
    }

    @Test
    void a_range_longer_than_may_be_asked_for_is_refused_with_the_bound() {
        Instant to = Instant.now();
        Instant from = to.minus(CallFilter.EXPORT_RANGE_MAX).minus(Duration.ofSeconds(1));

        owner.get("/calls/export?from=" + from + "&to=" + to)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("from"))
                .body("errors[0].message", containsString("at most 400 days before to"));
        owner.get("/calls/export?from=" + from.plusSeconds(2) + "&to=" + to).statusCode(200);
        owner.get("/calls/export?to=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].field", equalTo("to"));
    }

    @Test
    void an_export_that_breaks_off_is_no_whole_answer() throws Exception {
        store();
        try (RawHttp answer = RawHttp.get(RestAssured.port, "/api/v1/calls/export", owner.token())) {
            assertThat(answer.head()).startsWith("HTTP/1.1 200").containsIgnoringCase("transfer-encoding: chunked");
            clickHouse.execute(Sql.of("RENAME TABLE calls TO calls_away"));
            try {
                byte[] rest = answer.readToEnd();

                assertThat(rest.length).isGreaterThan(1_000_000);
                assertThat(new String(rest, rest.length - LAST_CHUNK.length, LAST_CHUNK.length, UTF_8))
                        .as("the end of what arrived")
                        .isNotEqualTo(new String(LAST_CHUNK, UTF_8));
            } finally {
                clickHouse.execute(Sql.of("RENAME TABLE calls_away TO calls"));
            }
        }
    }

    @Test
    void an_export_that_is_whole_says_so_by_its_end() throws Exception {
        store();
        try (RawHttp answer = RawHttp.get(RestAssured.port, "/api/v1/calls/export", owner.token())) {
            byte[] rest = answer.readToEnd();

            assertThat(new String(rest, rest.length - LAST_CHUNK.length, LAST_CHUNK.length, UTF_8))
                    .isEqualTo(new String(LAST_CHUNK, UTF_8));
        }
    }

    private void store() {
        Instant hour = Instant.now().truncatedTo(HOURS).minus(30, HOURS);
        TenantId tenant = TenantId.of(owner.tenantId());
        StoredCalls.store(
                clickHouse,
                IntStream.range(0, CALLS)
                        .mapToObj(i -> Events.call(
                                tenant, hour.plusSeconds(i), Events.KEY, "Analyst", "find", i, CallStatus.OK))
                        .toList());
    }
}
