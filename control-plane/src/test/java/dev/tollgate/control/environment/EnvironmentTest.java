package dev.tollgate.control.environment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class EnvironmentTest {
    private Acting owner;

    @BeforeEach
    void freshTenant() {
        owner = Acting.ownerOfNewTenant("env");
    }

    @Test
    void an_environment_is_created_read_changed_and_deleted() {
        String id = owner.post("/environments", Map.of("name", "production", "description", "live"))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("name", equalTo("production"))
                .extract()
                .path("id");

        owner.get("/environments/" + id).statusCode(200).header("ETag", "\"0\"").body("description", equalTo("live"));
        owner.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "production"))
                .put("/environments/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("description", nullValue())
                .body("version", equalTo(1));
        owner.delete("/environments/" + id).statusCode(204);
        owner.get("/environments/" + id).statusCode(404);
    }

    @Test
    void a_created_environment_says_where_it_is() {
        String location = owner.post("/environments", Map.of("name", "qa"))
                .statusCode(201)
                .extract()
                .header("Location");

        given().auth()
                .oauth2(owner.token())
                .get(location)
                .then()
                .statusCode(200)
                .body("name", equalTo("qa"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        String id = owner.environment("dev");

        owner.request()
                .body(Map.of("name", "dev"))
                .put("/environments/" + id)
                .then()
                .statusCode(428)
                .body("type", endsWith("/precondition-required"));
        owner.request()
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "dev"))
                .put("/environments/" + id)
                .then()
                .statusCode(412)
                .body("type", endsWith("/stale"));
        owner.request()
                .header("If-Match", "\"7\"")
                .delete("/environments/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void a_name_is_taken_once_in_a_tenant_and_free_in_another() {
        owner.environment("same");

        owner.post("/environments", Map.of("name", "same"))
                .statusCode(409)
                .body("type", endsWith("/name-taken"))
                .body("errors[0].field", equalTo("name"));
        Acting.ownerOfNewTenant("other").environment("same");
    }

    @Test
    void each_field_at_fault_is_named() {
        owner.post("/environments", Map.of("name", "No Slug", "description", "x".repeat(1001)))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("name", "description"));
        owner.post("/environments", Map.of("name", "ok", "nmae", "typo"))
                .statusCode(422)
                .body("errors[0].field", equalTo("nmae"));
        owner.post("/environments", Map.of()).statusCode(422).body("errors[0].field", equalTo("name"));
    }

    @Test
    void what_is_no_json_is_malformed() {
        owner.request()
                .body("{\"name\":")
                .post("/environments")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/malformed"));
        owner.request().body("null").post("/environments").then().statusCode(400);
        owner.request().post("/environments").then().statusCode(400);
        owner.request().body("[1]").post("/environments").then().statusCode(400);
    }

    @Test
    void the_name_is_part_of_keys_and_stays() {
        String id = owner.environment("before");

        owner.put("/environments/" + id, Map.of("name", "after"))
                .statusCode(422)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void an_environment_in_use_cannot_be_deleted() {
        String id = owner.environment("used");
        owner.server("files", id);

        owner.delete("/environments/" + id).statusCode(409).body("type", endsWith("/in-use"));
    }

    @Test
    void pages_hold_every_environment_once_in_order() {
        List<String> names = List.of("a", "b", "c", "d", "e");
        names.reversed().forEach(owner::environment);

        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String query = "/environments?limit=2" + (cursor == null ? "" : "&cursor=" + cursor);
            var page = owner.get(query).statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.name"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(names);
    }

    @Test
    void a_search_takes_wildcards_literally() {
        owner.environment("eu-west");
        owner.environment("us-east");

        owner.get("/environments?q=WEST").body("items.name", contains("eu-west"));
        owner.get("/environments?q=%25").body("items", equalTo(List.of()));
    }

    @Test
    void nonsense_in_the_query_is_refused() {
        owner.get("/environments?limit=0").statusCode(422);
        owner.get("/environments?limit=many").statusCode(422);
        owner.get("/environments?limit=201").statusCode(422);
        owner.get("/environments?cursor=nonsense").statusCode(400);
        owner.get("/environments?cursor=YQpi").statusCode(400);
    }

    @Test
    void who_may_only_look_cannot_write() {
        Acting viewer = owner.colleague("viewer");

        viewer.get("/environments").statusCode(200);
        viewer.post("/environments", Map.of("name", "mine"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void the_operator_sees_nothing_of_tenants() {
        Acting.operator().get("/environments").statusCode(403);
    }

    @Test
    void an_absent_id_is_not_found() {
        owner.get("/environments/" + UUID.randomUUID()).statusCode(404);
        owner.get("/environments/not-an-id").statusCode(404);
    }
}
