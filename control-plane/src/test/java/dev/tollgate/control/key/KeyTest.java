package dev.tollgate.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Database;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.key.KeyDigest;
import dev.tollgate.model.key.KeySecret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class KeyTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String environment;

    @BeforeEach
    void anEnvironment() {
        owner = Acting.ownerOfNewTenant("key");
        environment = owner.environment("production");
    }

    @Test
    void a_key_is_shown_once_and_only_its_digest_is_published() {
        JsonPath issued = issue("agent");
        String id = issued.getString("key.id");
        KeySecret secret = KeySecret.parse(issued.getString("secret")).orElseThrow();

        assertThat(secret.keyId().value()).isEqualTo(id);
        assertThat(secret.environment().value()).isEqualTo("production");
        assertThat(issued.getString("secret")).startsWith(issued.getString("key.hint"));
        owner.get("/keys/" + id)
                .body("secret", nullValue())
                .body("state", equalTo("ACTIVE"))
                .body("environmentName", equalTo("production"));
        assertThat(digests()).containsExactly(secret.digest());
        assertThat(Database.texts(system, "select convert_from(value, 'UTF8') from outbox where value is not null"))
                .noneMatch(value -> value.contains(secret.reveal().substring(30, 60)));
    }

    @Test
    void rotation_accepts_old_and_new_for_as_long_as_was_asked() {
        JsonPath issued = issue("agent");
        String id = issued.getString("key.id");

        JsonPath rotated = owner.act("/keys/" + id + "/rotate", Map.of("overlapSeconds", 3600))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(rotated.getString("key.id")).isEqualTo(id);
        assertThat(rotated.getString("secret")).isNotEqualTo(issued.getString("secret"));
        assertThat(digests()).containsExactly(digest(issued), digest(rotated));
        List<KeyCredential> credentials = published().credentials();
        assertThat(credentials.getFirst().isLiveAt(Instant.now().plusSeconds(3500)))
                .isTrue();
        assertThat(credentials.getFirst().isLiveAt(Instant.now().plusSeconds(3700)))
                .isFalse();
        assertThat(credentials.getLast().notAfter()).isNull();
    }

    @Test
    void rotation_without_overlap_ends_the_old_secret_at_once() {
        String id = issue("agent").getString("key.id");

        owner.request()
                .header("If-Match", "*")
                .post("/keys/" + id + "/rotate")
                .then()
                .statusCode(200);

        assertThat(published().credentials().getFirst().isLiveAt(Instant.now())).isFalse();
        owner.act("/keys/" + id + "/rotate", Map.of("overlapSeconds", -1)).statusCode(422);
    }

    @Test
    void a_revoked_key_is_published_as_revoked_and_stays_so() {
        String id = issue("agent").getString("key.id");

        owner.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "leaked"))
                .post("/keys/" + id + "/revoke")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("REVOKED"))
                .body("revokedReason", equalTo("leaked"));

        assertThat(published().revoked()).isTrue();
        owner.act("/keys/" + id + "/revoke", Map.of()).statusCode(409).body("type", endsWith("/wrong-state"));
        owner.act("/keys/" + id + "/rotate", Map.of()).statusCode(409);
        owner.put("/keys/" + id, body("again")).statusCode(409);
    }

    @Test
    void name_grants_groups_and_expiry_can_be_changed_and_the_environment_cannot() {
        String id = issue("agent").getString("key.id");
        String group = owner.create("/groups", Map.of("name", "readers", "patterns", List.of("*__read")));
        Map<String, Object> wanted = new HashMap<>(body("renamed"));
        wanted.put("grants", List.of("crm__*"));
        wanted.put("groupIds", List.of(group));
        wanted.put("expiresAt", "2099-01-01T00:00:00Z");

        owner.put("/keys/" + id, wanted)
                .statusCode(200)
                .body("name", equalTo("renamed"))
                .body("groupIds", contains(group))
                .body("version", equalTo(1));
        owner.get("/keys/" + id).body("grants", contains("crm__*")).body("expiresAt", equalTo("2099-01-01T00:00:00Z"));
        owner.delete("/groups/" + group).statusCode(409).body("type", endsWith("/in-use"));
        wanted.put("environmentId", owner.environment("staging"));
        owner.put("/keys/" + id, wanted).statusCode(422).body("errors[0].field", equalTo("environmentId"));
        owner.put("/keys/" + id, body("bare")).statusCode(200).body("groupIds", hasSize(0));
        owner.delete("/groups/" + group).statusCode(204);
    }

    @Test
    void each_field_at_fault_is_named() {
        Map<String, Object> wrong = Map.of(
                "name",
                "",
                "environmentId",
                UUID.randomUUID().toString(),
                "grants",
                List.of("ok__*", "not ok"),
                "expiresAt",
                "2001-01-01T00:00:00Z");

        owner.post("/keys", wrong)
                .statusCode(422)
                .body("errors.field", contains("name", "environmentId", "grants[1]", "expiresAt"));
        Map<String, Object> unknownGroup = new HashMap<>(body("agent"));
        unknownGroup.put("groupIds", List.of(UUID.randomUUID().toString()));
        owner.post("/keys", unknownGroup).statusCode(422).body("errors.field", contains("groupIds[0]"));
        owner.post("/keys", Map.of("name", "x", "environmentId", "nonsense"))
                .statusCode(422)
                .body("errors.field", contains("environmentId"));
    }

    @Test
    void another_tenants_environment_and_group_cannot_be_named() {
        Acting other = Acting.ownerOfNewTenant("other");
        String foreign = other.environment("production");

        owner.post("/keys", Map.of("name", "agent", "environmentId", foreign))
                .statusCode(422)
                .body("errors.field", contains("environmentId"));
    }

    @Test
    void keys_are_filtered_by_state_environment_and_text() {
        String revoked = issue("old agent").getString("key.id");
        owner.act("/keys/" + revoked + "/revoke", Map.of()).statusCode(200);
        issue("new agent");

        owner.get("/keys").body("items.name", contains("new agent", "old agent"));
        owner.get("/keys?state=ACTIVE").body("items.name", contains("new agent"));
        owner.get("/keys?state=REVOKED").body("items.name", contains("old agent"));
        owner.get("/keys?state=EXPIRED").body("items", hasSize(0));
        owner.get("/keys?q=OLD").body("items.name", contains("old agent"));
        owner.get("/keys?environment=" + UUID.randomUUID()).body("items", hasSize(0));
    }

    @Test
    void only_owners_and_admins_issue_keys() {
        for (String role : List.of("tool-admin", "finance", "auditor", "viewer")) {
            owner.colleague(role).post("/keys", body("agent")).statusCode(403);
            owner.colleague(role).get("/keys").statusCode(200);
        }
        owner.colleague("admin").post("/keys", body("agent")).statusCode(201);
    }

    private Map<String, Object> body(String name) {
        return Map.of("name", name, "environmentId", environment);
    }

    private JsonPath issue(String name) {
        return owner.post("/keys", body(name)).statusCode(201).extract().jsonPath();
    }

    private VirtualKeyConfig published() {
        return OutboxContents.of(system, owner).live(VirtualKeyConfig.class).getFirst();
    }

    private List<KeyDigest> digests() {
        return published().credentials().stream().map(KeyCredential::sha256).toList();
    }

    private static KeyDigest digest(JsonPath issued) {
        return KeySecret.parse(issued.getString("secret")).orElseThrow().digest();
    }
}
