package dev.tollgate.control.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.users.FakeMembers;
import dev.tollgate.model.config.PersonConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ArrivalsTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    Arrivals arrivals;

    @Inject
    FakeRealmArrivals realm;

    @Inject
    FakeMembers members;

    private Acting owner;
    private String builders;
    private String keepers;

    @BeforeEach
    void aTenantWithTeamsByAClaim() {
        owner = Acting.ownerOfNewTenant("arrives");
        builders = team("Builders");
        keepers = team("Keepers");
        owner.put(
                        "/people-mapping",
                        Map.of(
                                "claim",
                                "groups",
                                "rules",
                                List.of(rule("Engineering", builders), rule("Operations", keepers))))
                .statusCode(200);
    }

    @Test
    void whoeverComesByThemselvesIsAUserInTheTeamOfTheirGroups() {
        String ann = member("ann@acme.example");
        realm.signsIn(ann, owner.slug(), "Engineering");

        arrivals.round();

        assertThat(teamOf(ann)).isEqualTo(builders);
        assertThat(published()).extracting(PersonConfig::id).containsExactly(ann);
        arrivals.round();
        assertThat(published()).as("looked at once more").hasSize(1);
    }

    @Test
    void theirTeamFollowsTheirGroupsAtTheNextSignIn() {
        String ann = member("ann@acme.example");
        realm.signsIn(ann, owner.slug(), "Engineering");
        arrivals.round();

        realm.signsIn(ann, owner.slug(), "Operations");
        arrivals.round();
        assertThat(teamOf(ann)).isEqualTo(keepers);

        realm.signsIn(ann, owner.slug());
        arrivals.round();
        assertThat(teamOf(ann)).isNull();
    }

    @Test
    void whoIsNoMemberOrComesToATenantThatIsGoneIsNobody() {
        String stranger = members.arrives("another organization", "eve@evil.example");
        realm.signsIn(stranger, owner.slug(), "Engineering");
        realm.signsIn(member("ann@acme.example"), "no-such-tenant");

        arrivals.round();

        assertThat(published()).isEmpty();
    }

    @Test
    void whoCouldNotBeTakenInIsAtALaterRound() {
        String ann = member("ann@acme.example");
        realm.signsIn(ann, owner.slug(), "Engineering");
        members.setAway(true);
        try {
            arrivals.round();
        } finally {
            members.setAway(false);
        }
        assertThat(published()).isEmpty();

        arrivals.round();

        assertThat(teamOf(ann)).isEqualTo(builders);
    }

    private String member(String email) {
        return members.arrives(Acting.organizationOf(owner.slug()), email);
    }

    private String team(String name) {
        return owner.post("/subjects", Map.of("kind", "team", "name", name))
                .extract()
                .path("ref");
    }

    private static Map<String, Object> rule(String group, String team) {
        return Map.of("group", group, "roles", List.of(), "team", team);
    }

    private String teamOf(String identity) {
        String subject = owner.get("/users/" + identity).extract().path("subject");
        return owner.get("/subjects/" + subject).extract().path("parent");
    }

    private List<PersonConfig> published() {
        return OutboxContents.of(system, owner).live(PersonConfig.class);
    }
}
