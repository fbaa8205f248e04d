package dev.tollgate.control.catalog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.DiscoveredTool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ToolCallersTest {
    /** As many as are looked at for one page. */
    private static final int KEYS = 1_000;

    @Inject
    CatalogReports reports;

    @Inject
    TenantScope scope;

    @Test
    void the_one_caller_behind_very_many_keys_is_found_page_by_page() {
        Acting owner = Acting.ownerOfNewTenant("call");
        String environment = owner.environment("production");
        String tool = tool(owner, owner.server("files", environment));
        for (int from = 0; from < KEYS; from += 500) {
            List<Map<String, Object>> keys = IntStream.range(from, from + 500)
                    .mapToObj(number -> Map.<String, Object>of("name", "agent " + number, "environmentId", environment))
                    .toList();
            owner.post("/keys/bulk", Map.of("keys", keys)).statusCode(200);
        }
        String last = owner.post(
                        "/keys", Map.of("name", "the last", "environmentId", environment, "grants", List.of("*__read")))
                .statusCode(201)
                .extract()
                .path("key.id");

        String next = owner.get("/tools/" + tool + "/callers")
                .body("items", hasSize(0))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");

        owner.get("/tools/" + tool + "/callers?cursor=" + next)
                .body("items.keyId", contains(last))
                .body("nextCursor", nullValue());
    }

    private String tool(Acting owner, String server) {
        CatalogReport report = new CatalogReport(
                TenantId.of(owner.tenantId()),
                ServerId.of(server),
                new GatewayId("gateway-1"),
                Instant.parse("2026-11-01T00:00:00Z"),
                "files-server",
                "1.0",
                "2025-06-18",
                List.of(new DiscoveredTool("read", "{\"name\":\"read\"}")),
                null);
        scope.run(report.tenant(), () -> reports.apply(report));
        return owner.get("/tools").extract().path("items[0].id");
    }
}
