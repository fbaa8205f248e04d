package dev.tollgate.control.scim;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.users.FakeMembers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class GroupTest {
    @Inject
    FakeMembers members;

    @Inject
    Alignment alignment;

    private Acting owner;
    private Directory directory;
    private String ada;
    private String bob;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("groups");
        directory = Directory.of(owner);
        ada = directory.person(Directory.email());
        bob = directory.person(Directory.email());
    }

    @AfterEach
    void back() {
        members.setAway(false);
    }

    @Test
    void groups_give_roles_and_a_team_and_take_them_when_people_leave() {
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Platform"))
                .extract()
                .path("ref");
        owner.put("/users/" + ada + "/roles", Map.of("roles", List.of("auditor")))
                .statusCode(200);
        owner.put(
                        "/people-mapping",
                        Map.of(
                                "rules",
                                List.of(
                                        Map.of("group", "Engineering", "roles", List.of("tool-admin"), "team", team),
                                        Map.of("group", "Money", "roles", List.of("finance", "viewer")))))
                .statusCode(200);

        String engineering = directory.group("Engineering", ada);
        String money = directory.group("Money", ada, bob);

        owner.get("/users/" + ada).body("roles", contains("auditor", "finance", "tool-admin", "viewer"));
        owner.get("/users/" + bob).body("roles", contains("finance", "viewer"));
        owner.get("/subjects/" + subject(ada)).body("parent", equalTo(team));

        directory
                .patch("/Groups/" + money, "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + ada + "\\\"]\"}")
                .statusCode(200)
                .body("members.value", contains(bob));
        directory.delete("/Groups/" + engineering).statusCode(204);

        owner.get("/users/" + ada).body("roles", contains("auditor"));
        owner.get("/subjects/" + subject(ada)).body("parent", nullValue());
        owner.get("/users/" + bob).body("roles", contains("finance", "viewer"));
    }

    @Test
    void what_the_identity_provider_could_not_be_told_is_told_at_the_next_round() {
        owner.put("/people-mapping", Map.of("rules", List.of(Map.of("group", "Money", "roles", List.of("finance")))))
                .statusCode(200);
        String money = directory.group("Money", ada);

        members.setAway(true);
        directory
                .put("/Groups/" + money, "{\"displayName\": \"Money\", \"members\": []}")
                .statusCode(200);
        members.setAway(false);
        owner.get("/users/" + ada).body("roles", contains("finance"));
        alignment.round();

        owner.get("/users/" + ada).body("roles", hasSize(0));
    }

    @Test
    void a_mapping_that_changes_reaches_who_is_there() {
        directory.group("Money", ada);
        owner.get("/users/" + ada).body("roles", hasSize(0));

        owner.put("/people-mapping", Map.of("rules", List.of(Map.of("group", "Money", "roles", List.of("finance")))))
                .statusCode(200);
        alignment.round();

        owner.get("/users/" + ada).body("roles", contains("finance"));
    }

    @Test
    void members_come_and_go_in_the_forms_of_okta_and_entra() {
        String group = directory.group("Everyone");

        directory
                .patch(
                        "/Groups/" + group,
                        "{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"" + ada
                                + "\"}, {\"value\": \"" + bob + "\"}]}")
                .body("members.value", containsInAnyOrder(ada, bob));
        directory
                .patch(
                        "/Groups/" + group,
                        "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [{\"value\": \"" + bob + "\"}]}")
                .body("members.value", contains(ada));
        directory
                .patch(
                        "/Groups/" + group,
                        "{\"op\": \"replace\", \"value\": {\"id\": \"" + group + "\", \"displayName\": \"All\"}}")
                .body("displayName", equalTo("All"))
                .body("members.value", contains(ada));
        directory
                .patch(
                        "/Groups/" + group,
                        "{\"op\": \"replace\", \"path\": \"members\", \"value\": [{\"value\": \"" + bob + "\"}]}")
                .body("members.value", contains(bob));
        directory
                .patch(
                        "/Groups/" + group,
                        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"nobody\"}]}")
                .statusCode(400);

        directory.find("/Groups", "displayName eq \"All\"").body("Resources.id", contains(group));
        directory
                .find("/Groups", "id eq \"" + group + "\" and members eq \"" + bob + "\"")
                .body("totalResults", equalTo(1));
        directory.find("/Groups", "members[value eq \"" + ada + "\"]").body("totalResults", equalTo(0));
        directory.get("/Groups?excludedAttributes=members").body("Resources[0].members", nullValue());
        directory.post("/Groups", "{\"displayName\": \"All\"}").statusCode(409).body("scimType", equalTo("uniqueness"));
    }

    @Test
    void a_group_of_another_tenant_is_absent() {
        String group = directory.group("Everyone", ada);
        Directory stranger = Directory.of(Acting.ownerOfNewTenant("stranger"));

        stranger.get("/Groups/" + group).statusCode(404);
        stranger.delete("/Groups/" + group).statusCode(404);
        stranger.put("/Groups/" + group, "{\"displayName\": \"mine\"}").statusCode(404);
        directory.get("/Groups/" + group).statusCode(200).body("displayName", equalTo("Everyone"));
    }

    private String subject(String id) {
        return owner.get("/users/" + id).extract().path("subject");
    }
}
