package dev.tollgate.control.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.api.PeopleRule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class MappingTest {
    @Inject
    FakeLinks links;

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("mapping");
    }

    @Test
    void a_mapping_is_kept_and_followed_at_sign_ins() {
        owner.get("/people-mapping").statusCode(200).body("rules", hasSize(0));
        Map<String, Object> wanted =
                Map.of("claim", "groups", "rules", List.of(Map.of("group", "Money", "roles", List.of("finance"))));

        String etag =
                owner.put("/people-mapping", wanted).statusCode(200).extract().header("ETag");

        owner.get("/people-mapping")
                .header("ETag", equalTo(etag))
                .body("claim", equalTo("groups"))
                .body("rules[0].roles", contains("finance"));
        assertThat(links.mappingOf(owner.slug()))
                .isEqualTo(new Mapping("groups", null, List.of(new PeopleRule("Money", List.of("finance"), null))));
        owner.put("/people-mapping", Map.of("rules", List.of())).statusCode(200);
        owner.request()
                .header("If-Match", etag)
                .body(wanted)
                .put("/people-mapping")
                .then()
                .statusCode(412);
        Acting.ownerOfNewTenant("other").get("/people-mapping").body("rules", hasSize(0));
    }

    @Test
    void owners_are_not_made_by_groups_and_teams_must_be_the_tenants() {
        String team = Acting.ownerOfNewTenant("other")
                .post("/subjects", Map.of("kind", "team", "name", "Theirs"))
                .extract()
                .path("ref");

        owner.put(
                        "/people-mapping",
                        Map.of(
                                "claim",
                                "a b",
                                "rules",
                                List.of(Map.of("group", "x", "roles", List.of("owner"), "team", team))))
                .statusCode(422)
                .body("errors.field", contains("claim"));
        owner.put(
                        "/people-mapping",
                        Map.of(
                                "rules",
                                List.of(
                                        Map.of("group", "x", "roles", List.of("owner"), "team", team),
                                        Map.of("group", "x", "roles", List.of("operator")))))
                .statusCode(422)
                .body("errors.field", hasItems("rules[0].roles", "rules[0].team", "rules[1].group", "rules[1].roles"));
        owner.colleague("admin").get("/people-mapping").statusCode(403);
        owner.colleague("admin")
                .put("/people-mapping", Map.of("rules", List.of()))
                .statusCode(403);
    }

    @Test
    void the_first_rule_that_applies_gives_the_team_and_all_give_roles() {
        Mapping mapping = new Mapping(
                null,
                null,
                List.of(
                        new PeopleRule("a", List.of("viewer"), null),
                        new PeopleRule("b", List.of("finance"), "team:1"),
                        new PeopleRule("c", List.of("viewer"), "team:2")));

        assertThat(mapping.rolesOf(List.of("c", "b", "x"))).containsExactly("finance", "viewer");
        assertThat(mapping.teamOf(List.of("c", "b"))).contains("team:1");
        assertThat(mapping.teamOf(List.of("a"))).isEmpty();
        assertThat(mapping.teams()).containsExactlyInAnyOrder("team:1", "team:2");
    }
}
