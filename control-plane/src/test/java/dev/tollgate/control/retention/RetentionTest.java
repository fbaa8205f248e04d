package dev.tollgate.control.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RetentionTest {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    @Inject
    Retention retention;

    @ConfigProperty(name = "tollgate.retention.answers")
    Duration answersKept;

    @ConfigProperty(name = "tollgate.retention.revoked-keys")
    Duration revokedKeysKept;

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("keeps");
    }

    @Test
    void an_answer_is_replayed_for_a_day_and_then_forgotten() {
        String first = create();

        retention.run(Instant.now().plus(answersKept).minus(MARGIN));
        assertThat(create()).as("within the time").isEqualTo(first);

        retention.run(Instant.now().plus(answersKept).plus(MARGIN));
        owner.delete("/groups/" + first).statusCode(204);
        assertThat(create()).as("after it").isNotEqualTo(first);
    }

    @Test
    void a_revoked_key_is_forgotten_in_the_end_and_one_in_use_never() {
        String environment = owner.environment("production");
        String used = key(environment);
        String revoked = key(environment);
        String limit = owner.create("/limits", limit("key:" + revoked));
        owner.act("/keys/" + revoked + "/revoke", Map.of()).statusCode(200);

        retention.run(Instant.now().plus(revokedKeysKept).minus(MARGIN));
        owner.get("/keys/" + revoked).statusCode(200).body("state", equalTo("REVOKED"));
        owner.get("/limits/" + limit).statusCode(200);

        retention.run(Instant.now().plus(revokedKeysKept).plus(MARGIN));
        owner.get("/keys/" + revoked).statusCode(404);
        owner.get("/keys/" + revoked + "/tools").statusCode(404);
        owner.get("/limits/" + limit).statusCode(404);
        owner.get("/keys/" + used).statusCode(200).body("state", not(equalTo("REVOKED")));
        owner.get("/keys/" + used + "/tools").statusCode(200);
    }

    private static Map<String, Object> limit(String subject) {
        return Map.of(
                "name", "a day's calls",
                "subject", subject,
                "unit", "calls",
                "window", Map.of("kind", "rolling", "length", "1d"),
                "amount", "1000",
                "enforcement", "hard");
    }

    @Test
    void replicas_may_do_it_at_once() throws Exception {
        String environment = owner.environment("production");
        for (int i = 0; i < 20; i++) {
            owner.act("/keys/" + key(environment) + "/revoke", Map.of()).statusCode(200);
        }
        Instant later = Instant.now().plus(revokedKeysKept).plus(MARGIN);
        Callable<Boolean> run = () -> {
            retention.run(later);
            return true;
        };

        try (var replicas = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> done : replicas.invokeAll(List.of(run, run, run))) {
                assertThat(done.get()).isTrue();
            }
        }

        owner.get("/keys?state=REVOKED").statusCode(200).body("items.size()", equalTo(0));
    }

    private String create() {
        return owner.request()
                .header("Idempotency-Key", "one")
                .body(Map.of("name", "readers", "patterns", List.of("*")))
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String key(String environment) {
        return owner.post("/keys", Map.of("name", "agent", "environmentId", environment))
                .statusCode(201)
                .extract()
                .path("key.id");
    }
}
