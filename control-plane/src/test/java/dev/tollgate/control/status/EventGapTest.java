package dev.tollgate.control.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class EventGapTest {
    @Inject
    ClickHouse clickHouse;

    @Test
    void the_operator_sees_what_is_missing_and_no_tenant_does() {
        StoredCalls.migrate(clickHouse);
        ToolCallEvent late = Events.call(Events.ACME, Instant.now(), Events.KEY, "Analyst", "find", 1, CallStatus.OK);
        note("gateway-1", late.boot(), late.sequence(), 4, Instant.parse("2026-11-22T10:00:00Z"));
        note("gateway-1", UUID.randomUUID(), 7, 7, Instant.parse("2026-11-22T11:00:00Z"));
        note("gateway-2", UUID.randomUUID(), 1, 2, Instant.parse("2026-11-22T12:00:00Z"));
        Acting operator = Acting.operator();

        operator.get("/gateways/gateway-1/gaps")
                .statusCode(200)
                .body("items.firstSequence", contains(7, 1))
                .body("items.lastSequence", contains(7, 4))
                .body("items.missing", contains(1, 4));
        operator.get("/gateways/gateway-9/gaps").statusCode(200).body("items", hasSize(0));

        StoredCalls.store(clickHouse, List.of(late));
        String cursor = operator.get("/gateways/gateway-1/gaps?limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("nextCursor");
        operator.get("/gateways/gateway-1/gaps?limit=1&cursor=" + cursor)
                .body("items.missing", contains(3))
                .body("nextCursor", equalTo(null));
        assertThat(cursor).isNotBlank();

        Acting.ownerOfNewTenant("gaps")
                .get("/gateways/gateway-1/gaps")
                .statusCode(403)
                .body("detail", equalTo("Your roles do not allow this. It takes one of: operator."));
    }

    private void note(String gateway, UUID boot, long first, long last, Instant at) {
        clickHouse.execute(Sql.of("INSERT INTO sequence_gap (gateway, boot, first_missing, last_missing, noticed_at)"
                        + " VALUES ({gateway:String}, {boot:UUID}, {first:UInt64}, {last:UInt64},"
                        + " {at:DateTime64(6, 'UTC')})")
                .with("gateway", gateway)
                .with("boot", boot)
                .with("first", first)
                .with("last", last)
                .with("at", at));
    }
}
