package dev.tollgate.control.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API does with tokens that were issued before their person lost something. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class EndedTokensTest {
    @Inject
    FakeMembers members;

    private final Instant before = Instant.now().minusSeconds(5);
    private Acting owner;
    private String ada;

    @BeforeEach
    void someoneWithTwoRoles() {
        owner = Acting.ownerOfNewTenant("ends");
        ada = owner.post("/users", Map.of("email", email(), "name", "Ada", "roles", List.of("viewer", "finance")))
                .extract()
                .path("user.id");
        old().get("/prices").statusCode(200);
    }

    private String email() {
        return "ada@" + owner.slug() + ".example";
    }

    private Acting old() {
        return owner.personAt(before, ada, "viewer", "finance");
    }

    private Acting fresh() {
        return owner.personAt(Instant.now().plusSeconds(2), ada, "viewer");
    }

    private void roles(String... roles) {
        owner.put("/users/" + ada + "/roles", Map.of("roles", List.of(roles))).statusCode(200);
    }

    @Test
    void aRoleThatIsTakenIsGoneAtOnceAndWithItWhatWasIssued() {
        roles("viewer");

        old().get("/prices")
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("detail", containsString("sign in again"));
        fresh().get("/prices").statusCode(200);
    }

    @Test
    void aRoleThatIsGivenEndsNothing() {
        roles("viewer", "finance", "auditor");

        old().get("/prices").statusCode(200);
    }

    @Test
    void whoIsDeletedIsOutAtOnce() {
        String subject = owner.get("/users/" + ada).extract().path("subject");
        owner.delete("/subjects/" + subject).statusCode(200);

        old().get("/prices").statusCode(401);
        owner.get("/prices").statusCode(200);
    }

    @Test
    void anotherTenantsPersonOfTheSameIdIsLeftAlone() {
        Acting other = Acting.ownerOfNewTenant("ends-not");
        roles("viewer");

        other.personAt(before, ada, "viewer").get("/prices").statusCode(200);
    }

    @Test
    void aMemberWhomGatewaysDoNotKnowLosesTheirsToo() {
        String bob = members.arrives(Acting.organizationOf(owner.slug()), "bob@" + owner.slug() + ".example");
        owner.put("/users/" + bob + "/roles", Map.of("roles", List.of("viewer", "finance")))
                .statusCode(200);
        owner.put("/users/" + bob + "/roles", Map.of("roles", List.of("viewer")))
                .statusCode(200);

        assertThat(owner.personAt(before, bob, "viewer", "finance")
                        .request()
                        .get("/prices")
                        .statusCode())
                .isEqualTo(401);
    }
}
