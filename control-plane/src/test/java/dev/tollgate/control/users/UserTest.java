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
import io.restassured.response.ValidatableResponse;
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
        owner.colleague("admin").delete("/subjects/" + subject).statusCode(409);
        owner.get("/subjects/" + subject).body("deletedAt", nullValue());
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
        assertThat(membersOf()).isEmpty();
        owner.post("/users", person("ada@example.com", "Ada", "viewer")).statusCode(201);
    }

    @Test
    void a_deletion_that_fails_after_the_membership_ended_leaves_the_keys_and_can_be_asked_for_again() {
        String subject = owner.get("/users/" + invite("ada@example.com", "viewer"))
                .extract()
                .path("subject");
        String etag = owner.get("/subjects/" + subject).extract().header("ETag");
        Map<String, Object> renamed = Map.of("kind", "user", "name", "Countess");
        members.meanwhile(() -> owner.put("/subjects/" + subject, renamed).statusCode(200));

        owner.request()
                .header("If-Match", etag)
                .delete("/subjects/" + subject)
                .then()
                .statusCode(412);

        assertThat(membersOf()).isEmpty();
        owner.get("/subjects/" + subject).body("deletedAt", nullValue());
        owner.delete("/subjects/" + subject).statusCode(200);
        owner.post("/users", person("ada@example.com", "Ada", "viewer")).statusCode(201);
    }

    @Test
    void an_invitation_that_cannot_be_kept_here_is_withdrawn_there_and_may_be_repeated() {
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .extract()
                .path("ref");
        Map<String, Object> ada = person("ada@example.com", "Ada", "viewer");
        ada.put("team", team);
        members.meanwhile(() -> owner.delete("/subjects/" + team).statusCode(200));

        invite("k1", ada).statusCode(422).body("errors.field", contains("team"));

        assertThat(membersOf()).isEmpty();
        owner.get("/subjects?kind=user").body("items", hasSize(0));
        invite("k2", person("ada@example.com", "Ada", "viewer")).statusCode(201);
    }

    @Test
    void an_invitation_that_neither_can_be_kept_nor_withdrawn_is_completed_by_the_next_one() {
        Map<String, Object> ada = person("ada@example.com", "Ada", "viewer");
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .extract()
                .path("ref");
        ada.put("team", team);
        members.meanwhile(() -> {
            owner.delete("/subjects/" + team).statusCode(200);
            members.setAway(true);
        });
        owner.post("/users", ada).statusCode(422);
        members.setAway(false);
        assertThat(membersOf()).hasSize(1);

        ada.remove("team");
        String id = owner.post("/users", ada)
                .statusCode(201)
                .body("temporaryPassword", nullValue())
                .body("user.subject", startsWith("user:"))
                .extract()
                .path("user.id");

        owner.act("/users/" + id + "/password", "").statusCode(200).body("temporaryPassword", notNullValue());
    }

    @Test
    void while_the_identity_provider_is_away_nobody_is_invited_and_the_key_is_not_used_up() {
        Map<String, Object> ada = person("ada@example.com", "Ada", "viewer");
        members.setAway(true);
        invite("k1", ada).statusCode(503);
        owner.get("/subjects?kind=user").body("items", hasSize(0));

        members.setAway(false);

        invite("k1", ada).statusCode(201);
    }

    @Test
    void the_same_request_is_refused_while_the_first_is_carried_out() {
        Map<String, Object> ada = person("ada@example.com", "Ada", "viewer");
        members.meanwhile(
                () -> invite("k1", ada).statusCode(409).body("detail", containsString("is being carried out")));

        invite("k1", ada).statusCode(201);

        invite("k1", ada).statusCode(409).body("type", endsWith("/secret-already-shown"));
        invite("k1", person("bob@example.com", "Bob", "viewer")).statusCode(422);
    }

    @Test
    void another_password_is_given_once_by_who_may_and_not_to_who_has_none_here() {
        String id = invite("ada@example.com", "viewer");
        String path = "/users/" + id + "/password";
        String etag = owner.get("/users/" + id).extract().header("ETag");
        Acting admin = owner.colleague("admin");

        admin.request()
                .header("If-Match", etag)
                .header("Idempotency-Key", "p1")
                .post(path)
                .then()
                .statusCode(200)
                .body("user.email", equalTo("ada@example.com"))
                .body("temporaryPassword", notNullValue());
        admin.request()
                .header("If-Match", etag)
                .header("Idempotency-Key", "p1")
                .post(path)
                .then()
                .statusCode(409)
                .body("type", endsWith("/secret-already-shown"));
        owner.request().post(path).then().statusCode(428);
        owner.request().header("If-Match", "\"1\"").post(path).then().statusCode(412);
        owner.colleague("tool-admin").act(path, "").statusCode(403);
        Acting.ownerOfNewTenant("stranger").act(path, "").statusCode(404);

        Member federated = members.joins(Acting.organizationOf(owner.slug()), "okta@example.com", "viewer");
        members.federate(federated);
        owner.act("/users/" + federated.id() + "/password", "")
                .statusCode(409)
                .body("detail", containsString("your own identity provider"));
    }

    @Test
    void an_admin_gives_no_owner_a_password() {
        String id = invite("ada@example.com", "owner");

        owner.colleague("admin")
                .act("/users/" + id + "/password", "")
                .statusCode(409)
                .body("temporaryPassword", nullValue());

        owner.act("/users/" + id + "/password", "").statusCode(200);
    }

    @Test
    void people_are_searched_by_name_and_address() {
        invite("ada@example.com", "viewer");
        invite("bob@example.com", "viewer");

        owner.get("/users?q=bob").body("items.email", contains("bob@example.com"));
        owner.get("/users?q=" + "x".repeat(101)).statusCode(422).body("errors.field", contains("q"));
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

    private List<Member> membersOf() {
        return members.list(Acting.organizationOf(owner.slug()), "", 0, 10);
    }

    private ValidatableResponse invite(String idempotencyKey, Map<String, Object> person) {
        return owner.request()
                .header("Idempotency-Key", idempotencyKey)
                .body(person)
                .post("/users")
                .then();
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
