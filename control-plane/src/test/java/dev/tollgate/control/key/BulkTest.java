package dev.tollgate.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.key.KeySecret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class BulkTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String environment;

    @BeforeEach
    void anEnvironment() {
        owner = Acting.ownerOfNewTenant("bulk");
        environment = owner.environment("production");
    }

    @Test
    void five_hundred_keys_are_issued_in_one_revision() {
        long before = OutboxContents.of(system, owner).revisions().getLast();
        List<Map<String, Object>> keys =
                IntStream.range(0, 500).mapToObj(i -> body("agent " + i)).toList();

        JsonPath answer = owner.post("/keys/bulk", Map.of("keys", keys))
                .statusCode(200)
                .body("issued", hasSize(500))
                .extract()
                .jsonPath();

        assertThat(answer.getString("issued[499].key.name")).isEqualTo("agent 499");
        KeySecret secret =
                KeySecret.parse(answer.getString("issued[499].secret")).orElseThrow();
        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.revisions()).last().isEqualTo(before + 1);
        assertThat(outbox.live(VirtualKeyConfig.class))
                .hasSize(500)
                .anySatisfy(
                        key -> assertThat(key.credentials().getFirst().sha256()).isEqualTo(secret.digest()));
    }

    @Test
    void one_wrong_key_and_none_is_issued() {
        owner.post("/keys/bulk", Map.of("keys", List.of(body("good"), body(""), Map.of("name", "x"))))
                .statusCode(422)
                .body("errors.field", contains("keys[1].name", "keys[2].environmentId"));
        owner.get("/keys").body("items", hasSize(0));
        owner.post("/keys/bulk", Map.of("keys", Collections.nCopies(501, body("x"))))
                .statusCode(422);
        owner.post("/keys/bulk", Map.of("keys", List.of())).statusCode(422);
    }

    @Test
    void a_repeated_request_issues_nothing_more() {
        for (int status : List.of(200, 409)) {
            owner.request()
                    .header("Idempotency-Key", "once")
                    .body(Map.of("keys", List.of(body("agent"))))
                    .post("/keys/bulk")
                    .then()
                    .statusCode(status);
        }
        owner.get("/keys").body("items", hasSize(1));
    }

    @Test
    void keys_are_revoked_by_label_by_owner_or_by_id() {
        String blue = issue(Map.of("name", "b", "environmentId", environment, "labels", Map.of("stage", "blue")));
        String green = issue(Map.of("name", "g", "environmentId", environment, "labels", Map.of("stage", "green")));
        String plain = issue(body("p"));
        String other = issue(body("o"));
        String service = owner.get("/keys/" + plain).extract().path("owner");

        owner.post("/keys/bulk-revoke", Map.of("label", "stage:blue", "reason", "blue is gone"))
                .statusCode(200)
                .body("revoked", contains(blue));
        owner.get("/keys/" + blue).body("revokedReason", equalTo("blue is gone"));
        owner.post("/keys/bulk-revoke", Map.of("ids", List.of(blue, plain)))
                .statusCode(200)
                .body("revoked", contains(plain));
        owner.post("/keys/bulk-revoke", Map.of("owner", service))
                .statusCode(200)
                .body("revoked", containsInAnyOrder(green, other));
        assertThat(OutboxContents.of(system, owner).live(VirtualKeyConfig.class))
                .hasSize(4)
                .allMatch(VirtualKeyConfig::revoked);
    }

    @Test
    void an_unknown_id_revokes_nothing_and_the_choice_is_made_in_one_way() {
        String key = issue(body("agent"));
        String foreign = Acting.ownerOfNewTenant("other").environment("production");

        owner.post("/keys/bulk-revoke", Map.of("ids", List.of(key, "abcdefghijkl")))
                .statusCode(422)
                .body("errors.field", contains("ids[1]"));
        owner.post("/keys/bulk-revoke", Map.of("ids", List.of(key), "label", "a:b"))
                .statusCode(422);
        owner.post("/keys/bulk-revoke", Map.of("reason", "x")).statusCode(422).body("type", endsWith("/invalid"));
        owner.post("/keys/bulk", Map.of("keys", List.of(Map.of("name", "x", "environmentId", foreign))))
                .statusCode(422);
        owner.get("/keys/" + key).body("state", equalTo("ACTIVE"));
        owner.colleague("viewer")
                .post("/keys/bulk-revoke", Map.of("ids", List.of(key)))
                .statusCode(403);
        owner.colleague("viewer")
                .post("/keys/bulk", Map.of("keys", List.of(body("x"))))
                .statusCode(403);
    }

    private Map<String, Object> body(String name) {
        return Map.of("name", name, "environmentId", environment);
    }

    private String issue(Map<String, Object> body) {
        return owner.post("/keys", body).statusCode(201).extract().path("key.id");
    }
}
