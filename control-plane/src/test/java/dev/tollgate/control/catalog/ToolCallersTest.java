package dev.tollgate.control.catalog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
    LookingGateway gateway;

    @Test
    void the_one_caller_behind_very_many_keys_is_found_page_by_page() {
        Acting owner = Acting.ownerOfNewTenant("call");
        String environment = owner.environment("production");
        LookingGateway.Looks files = gateway.at(owner, owner.server("files", environment));
        files.found("{\"name\":\"read\"}");
        String tool = files.toolId("read");
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
}
