package dev.tollgate.control.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class UserTest {
    @Inject
    FakeMembers members;

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("people");
    }

    @AfterEach
    void back() {
        members.setAway(false);
    }

    @Test
    void an_invitation_makes_a_member_a_subject_and_a_password_that_is_shown_once() {
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .extract()
                .path("ref");
        Map<String, Object> ada = person("Ada@Example.com", "Ada Lovelace", "admin", "finance");
        ada.put("team", team);

        var invited = owner.request()
                .header("Idempotency-Key", "invite-1")
                .body(ada)
                .post("/users")
                .then()
                .statusCode(201)
                .body("user.email", equalTo("ada@example.com"))
                .body("user.roles", contains("admin", "finance"))
                .body("user.subject", startsWith("user:"))
                .body("temporaryPassword", notNullValue())
                .extract();

        String subject = invited.path("user.subject");
        owner.get("/subjects/" + subject).body("name", equalTo("Ada Lovelace")).body("parentName", equalTo("Support"));
        String id = invited.path("user.id");
        owner.get("/users/" + id).statusCode(200).body("name", equalTo("Ada Lovelace"));
        owner.request()
                .header("Idempotency-Key", "invite-1")
                .body(ada)
                .post("/users")
                .then()
                .statusCode(409)
                .body("type", endsWith("/secret-already-shown"));
        owner.post("/users", ada).statusCode(409).body("type", endsWith("/name-taken"));
    }

    @Test
    void someone_who_came_by_another_way_is_listed_and_becomes_a_subject_by_an_invitation() {
        Member came = members.joins(Acting.organizationOf(owner.slug()), "bob@example.com", "viewer");
        owner.post("/users", person("ada@example.com", "Ada", "viewer")).statusCode(201);
        owner.get("/users").body("items.email", contains("ada@example.com", "bob@example.com"));
        owner.get("/users/" + came.id()).body("subject", nullValue());

        owner.post("/users", person("bob@example.com", "Bob", "finance"))
                .statusCode(201)
                .body("temporaryPassword", nullValue())
                .body("user.id", equalTo(came.id()))
                .body("user.roles", contains("finance"))
                .body("user.subject", startsWith("user:"));
        String next =
                owner.get("/users?limit=1").body("items", hasSize(1)).extract().path("nextCursor");
        owner.get("/users?limit=1&cursor=" + next)
                .body("items.email", contains("bob@example.com"))
                .body("nextCursor", nullValue());
    }

    @Test
    void roles_are_replaced_and_only_owners_make_owners() {
        String id = invite("ada@example.com", "viewer");
        Acting admin = owner.colleague("admin");
        String etag = owner.get("/users/" + id).extract().header("ETag");

        owner.request()
                .header("If-Match", etag)
                .body(Map.of("roles", List.of("auditor", "finance")))
                .put("/users/" + id + "/roles")
                .then()
                .statusCode(200)
                .body("roles", contains("auditor", "finance"));
        owner.request()
                .header("If-Match", etag)
                .body(Map.of("roles", List.of("viewer")))
                .put("/users/" + id + "/roles")
                .then()
                .statusCode(412);
        owner.request()
                .body(Map.of("roles", List.of("viewer")))
                .put("/users/" + id + "/roles")
                .then()
                .statusCode(428);
        admin.put("/users/" + id + "/roles", Map.of("roles", List.of("owner"))).statusCode(409);
        admin.post("/users", person("eve@example.com", "Eve", "owner")).statusCode(409);
        owner.put("/users/" + id + "/roles", Map.of("roles", List.of("operator")))
                .statusCode(422)
                .body("errors.field", contains("roles"));
        owner.put("/users/" + id + "/roles", Map.of("roles", List.of())).statusCode(422);
        owner.colleague("finance").get("/users").statusCode(403);
    }

    @Test
    void the_last_owner_stays_one() {
        String id = invite("ada@example.com", "owner");
        String subject = owner.get("/users/" + id).extract().path("subject");

        owner.put("/users/" + id + "/roles", Map.of("roles", List.of("viewer")))
                .statusCode(409)
                .body("detail", containsString("last owner"));
        owner.delete("/subjects/" + subject).statusCode(409);

        invite("bob@example.com", "owner");
        owner.put("/users/" + id + "/roles", Map.of("roles", List.of("viewer"))).statusCode(200);
    }

    @Test
    void deleting_the_subject_ends_the_membership_and_the_keys_or_nothing_at_all() {
        String id = invite("ada@example.com", "viewer");
        String subject = owner.get("/users/" + id).extract().path("subject");
        String key = owner.post(
                        "/keys",
                        Map.of("name", "agent", "environmentId", owner.environment("production"), "owner", subject))
                .statusCode(201)
                .extract()
                .path("key.id");

        members.setAway(true);
        owner.delete("/subjects/" + subject).statusCode(503);
        owner.get("/subjects/" + subject).body("deletedAt", nullValue());
        members.setAway(false);
        owner.delete("/subjects/" + subject).statusCode(200).body("retiredKeys", contains(key));

        owner.get("/users/" + id).statusCode(404);
        assertThat(members.list(Acting.organizationOf(owner.slug()), 0, 10)).isEmpty();
        owner.post("/users", person("ada@example.com", "Ada", "viewer")).statusCode(201);
    }

    @Test
    void each_field_at_fault_is_named_and_nobody_is_invited() {
        Map<String, Object> wrong = person("no address", "", "operator");
        wrong.put("team", "team:" + UUID.randomUUID());

        owner.post("/users", wrong).statusCode(422).body("errors.field", contains("name", "email", "roles", "team"));
        wrong.put("team", "tier:pro");
        owner.post("/users", wrong).statusCode(422);

        owner.get("/users").body("items", hasSize(0));
    }

    @Test
    void people_of_another_tenant_are_not_found() {
        String id = invite("ada@example.com", "viewer");
        Acting stranger = Acting.ownerOfNewTenant("stranger");

        stranger.get("/users").body("items", hasSize(0));
        stranger.get("/users/" + id).statusCode(404);
        stranger.put("/users/" + id + "/roles", Map.of("roles", List.of("viewer")))
                .statusCode(404);
    }

    private String invite(String email, String role) {
        return owner.post("/users", person(email, "Someone", role))
                .statusCode(201)
                .extract()
                .path("user.id");
    }

    private static Map<String, Object> person(String email, String name, String... roles) {
        return new HashMap<>(Map.of("email", email, "name", name, "roles", List.of(roles)));
    }
}
