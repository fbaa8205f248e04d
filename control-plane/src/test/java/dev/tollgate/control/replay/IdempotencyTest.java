package dev.tollgate.control.replay;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class IdempotencyTest {
    private Acting owner;

    @BeforeEach
    void freshTenant() {
        owner = Acting.ownerOfNewTenant("idem");
    }

    @Test
    void the_first_answer_is_replayed() {
        ValidatableResponse first = post(owner, "k1", "/environments", Map.of("name", "prod"));

        String id = first.statusCode(201).extract().path("id");
        post(owner, "k1", "/environments", Map.of("name", "prod"))
                .statusCode(201)
                .contentType("application/json")
                .header("ETag", "\"0\"")
                .header("Location", containsString(id))
                .body("id", equalTo(id));
        owner.get("/environments").body("items", hasSize(1));
    }

    @Test
    void another_request_with_the_key_is_refused() {
        post(owner, "k2", "/environments", Map.of("name", "one")).statusCode(201);

        post(owner, "k2", "/environments", Map.of("name", "two"))
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
        post(owner, "k2", "/groups", Map.of("name", "one", "patterns", List.of()))
                .statusCode(422);
    }

    @Test
    void a_failure_does_not_use_the_key_up() {
        owner.environment("taken");
        post(owner, "k3", "/environments", Map.of("name", "taken")).statusCode(409);

        post(owner, "k3", "/environments", Map.of("name", "free")).statusCode(201);
    }

    @Test
    void keys_of_other_people_and_tenants_are_their_own() {
        post(owner, "k4", "/environments", Map.of("name", "mine")).statusCode(201);

        post(Acting.ownerOfNewTenant("idem"), "k4", "/environments", Map.of("name", "theirs"))
                .statusCode(201);
    }

    @Test
    void an_issued_secret_is_not_kept_to_be_shown_again() {
        String environment = owner.environment("prod");
        Map<String, Object> body = Map.of("name", "agent", "environmentId", environment);
        String id = post(owner, "k5", "/keys", body).statusCode(201).extract().path("key.id");

        post(owner, "k5", "/keys", body)
                .statusCode(409)
                .body("type", endsWith("/secret-already-shown"))
                .body("detail", containsString(id))
                .body("secret", nullValue());
        owner.get("/keys").body("items", hasSize(1));
    }

    @Test
    void the_operator_may_use_keys_too() {
        String slug = owner.slug() + "-x";
        Map<String, Object> body = Map.of("slug", slug, "name", "X", "region", "local");
        String id = post(Acting.operator(), "create-" + slug, "/tenants", body)
                .statusCode(201)
                .extract()
                .path("id");

        post(Acting.operator(), "create-" + slug, "/tenants", body)
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void two_at_once_are_one() throws Exception {
        Callable<Integer> request = () -> post(owner, "k6", "/environments", Map.of("name", "race"))
                .extract()
                .statusCode();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(request, request, request, request));
            for (Future<Integer> answer : answers) {
                Assertions.assertThat(answer.get()).isEqualTo(201);
            }
        }
        owner.get("/environments").body("items", hasSize(1));
    }

    @Test
    void a_key_has_bounds() {
        post(owner, "k".repeat(129), "/environments", Map.of("name", "long")).statusCode(422);
    }

    private static ValidatableResponse post(Acting who, String key, String path, Object body) {
        return who.request().header(Posts.HEADER, key).body(body).post(path).then();
    }
}
