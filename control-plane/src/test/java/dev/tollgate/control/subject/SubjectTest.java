package dev.tollgate.control.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SubjectTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("subject");
    }

    @Test
    void a_tenant_begins_with_the_service_that_keys_without_owner_belong_to() {
        String ref = owner.get("/subjects")
                .statusCode(200)
                .body("items.name", contains("default"))
                .body("items.kind", contains("service"))
                .extract()
                .path("items[0].ref");

        String key = key(null);

        owner.get("/keys/" + key).body("owner", equalTo(ref)).body("ownerName", equalTo("default"));
        owner.get("/subjects/" + ref).body("keyCount", equalTo(1));
        owner.delete("/subjects/" + ref).statusCode(409).body("type", endsWith("/wrong-state"));
        owner.put("/subjects/" + ref, body("service", "renamed", null))
                .statusCode(422)
                .body("errors.field", contains("name"));
        assertThat(subject(ref).name()).isEqualTo("default");
    }

    @Test
    void a_subject_stands_under_another_and_can_be_moved_and_renamed() {
        Map<String, Object> tier = new HashMap<>(body("tier", "Professional", null));
        tier.put("id", "pro");
        owner.post("/subjects", tier).statusCode(201).body("ref", equalTo("tier:pro"));
        String initech = create("customer", "Initech", "tier:pro");
        String globex = create("customer", "Globex", null);
        String team = create("team", "Support", initech);
        String group = owner.create("/groups", Map.of("name", "helpers", "patterns", List.of("crm__*")));
        Map<String, Object> moved = new HashMap<>(body("team", "Helpdesk", globex));
        moved.put("groupIds", List.of(group));

        owner.get("/subjects/" + team).header("ETag", "\"0\"").body("parentName", equalTo("Initech"));
        owner.request()
                .header("If-Match", "\"0\"")
                .body(moved)
                .put("/subjects/" + team)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parentName", equalTo("Globex"))
                .body("groupIds", contains(group));

        assertThat(subject(team).name()).isEqualTo("Helpdesk");
        assertThat(subject(team).parent()).hasToString(globex);
        assertThat(subject(team).groups()).extracting(Object::toString).containsExactly(group);
        owner.delete("/groups/" + group).statusCode(409).body("type", endsWith("/in-use"));
        owner.put("/subjects/" + team, body("user", "Helpdesk", null)).statusCode(422);
        owner.get("/subjects?kind=customer").body("items.name", contains("Globex", "Initech"));
        owner.get("/subjects?parent=" + globex).body("items.ref", contains(team));
        owner.get("/subjects?q=INIT").body("items.ref", contains(initech));
        owner.get("/subjects?limit=2").body("items", hasSize(2)).body("nextCursor", notNullValue());
    }

    @Test
    void each_field_at_fault_is_named() {
        String team = create("team", "Support", null);

        owner.post("/subjects", body("gang", "x", null)).statusCode(422).body("errors.field", contains("kind"));
        owner.post("/subjects", body("tier", "x", null)).statusCode(422).body("errors.field", contains("id"));
        owner.post("/subjects", body("customer", "x", team))
                .statusCode(422)
                .body("errors[0].field", equalTo("parent"))
                .body("errors[0].message", containsString("cannot stand under"));
        owner.post("/subjects", body("user", "", "team:" + UUID.randomUUID()))
                .statusCode(422)
                .body("errors.field", contains("name", "parent"));
        owner.post("/subjects", body("team", "Support", null)).statusCode(409).body("type", endsWith("/name-taken"));
        create("user", "Alex", null);
        create("user", "Alex", null);
    }

    @Test
    void deletion_retires_the_keys_and_says_why() {
        String team = create("team", "Support", null);
        String key = key(team);
        String unrelated = key(null);

        owner.delete("/subjects/" + team).statusCode(200).body("retiredKeys", contains(key));

        owner.get("/keys/" + key)
                .body("state", equalTo("REVOKED"))
                .body("ownerName", equalTo("Support"))
                .body("revokedReason", equalTo("its team Support was deleted"));
        owner.get("/keys/" + unrelated).body("state", equalTo("ACTIVE"));
        owner.get("/subjects?kind=team").body("items", hasSize(0));
        owner.get("/subjects/" + team).statusCode(200).body("deletedAt", notNullValue());
        owner.delete("/subjects/" + team).statusCode(404);
        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.live(SubjectConfig.class))
                .extracting(SubjectConfig::name)
                .containsExactly("default");
        assertThat(outbox.live(VirtualKeyConfig.class))
                .filteredOn(VirtualKeyConfig::revoked)
                .extracting(published -> published.id().value())
                .containsExactly(key);
        owner.post("/keys", keyBody(team)).statusCode(422).body("errors.field", contains("owner"));
        create("team", "Support", null);
    }

    @Test
    void what_has_others_under_it_or_keys_that_name_it_is_not_deleted() {
        String customer = create("customer", "Initech", null);
        String team = create("team", "Support", customer);
        Map<String, Object> provider = new HashMap<>(body("provider", "Somebody's models", null));
        provider.put("id", "somebody");
        owner.post("/subjects", provider).statusCode(201);
        Map<String, Object> key = new HashMap<>(keyBody(null));
        key.put("modelProvider", "somebody");
        String issued = owner.post("/keys", key).statusCode(201).extract().path("key.id");

        owner.delete("/subjects/" + customer).statusCode(409).body("detail", containsString("team Support"));
        owner.delete("/subjects/provider:somebody").statusCode(409);

        owner.delete("/subjects/" + team).statusCode(200);
        owner.delete("/subjects/" + customer).statusCode(200);
        owner.act("/keys/" + issued + "/revoke", Map.of()).statusCode(200);
        owner.delete("/subjects/provider:somebody").statusCode(200);
        owner.get("/subjects/provider:somebody").statusCode(404);
        owner.post("/subjects", provider).statusCode(201);
    }

    @Test
    void another_tenants_subject_is_no_subject() {
        Acting other = Acting.ownerOfNewTenant("other");
        String foreign = create("team", "Support", null);

        other.get("/subjects/" + foreign).statusCode(404);
        other.put("/subjects/" + foreign, body("team", "Mine", null)).statusCode(404);
        other.delete("/subjects/" + foreign).statusCode(404);
        other.post("/subjects", body("user", "Eve", foreign)).statusCode(422).body("errors.field", contains("parent"));
        other.post("/keys", Map.of("name", "x", "environmentId", other.environment("production"), "owner", foreign))
                .statusCode(422)
                .body("errors.field", contains("owner"));
        other.get("/subjects?parent=" + foreign).body("items", hasSize(0));
        owner.get("/subjects/" + foreign).statusCode(200).body("version", equalTo(0));
    }

    @Test
    void only_owners_and_admins_change_subjects() {
        for (String role : List.of("tool-admin", "finance", "auditor", "viewer")) {
            owner.colleague(role).post("/subjects", body("team", "x", null)).statusCode(403);
            owner.colleague(role).get("/subjects").statusCode(200);
        }
        owner.colleague("admin").post("/subjects", body("team", "x", null)).statusCode(201);
    }

    private String create(String kind, String name, @Nullable String parent) {
        return owner.post("/subjects", body(kind, name, parent))
                .statusCode(201)
                .extract()
                .path("ref");
    }

    private static Map<String, Object> body(String kind, String name, @Nullable String parent) {
        return parent == null
                ? Map.of("kind", kind, "name", name)
                : Map.of("kind", kind, "name", name, "parent", parent);
    }

    private String key(@Nullable String of) {
        return owner.post("/keys", keyBody(of)).statusCode(201).extract().path("key.id");
    }

    private Map<String, Object> keyBody(@Nullable String of) {
        String environment =
                owner.environment("e" + UUID.randomUUID().toString().substring(0, 8));
        return of == null
                ? Map.of("name", "agent", "environmentId", environment)
                : Map.of("name", "agent", "environmentId", environment, "owner", of);
    }

    private SubjectConfig subject(String ref) {
        return OutboxContents.of(system, owner).live(SubjectConfig.class).stream()
                .filter(subject -> subject.ref().toString().equals(ref))
                .findFirst()
                .orElseThrow();
    }
}
