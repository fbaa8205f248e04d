package dev.tollgate.control.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TokenFence;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PublishedPeopleTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    PublishedPeople people;

    @Inject
    Changes changes;

    @Inject
    TenantScope scope;

    private Acting owner;
    private String ada;

    @BeforeEach
    void someone() {
        owner = Acting.ownerOfNewTenant("known");
        ada = owner.post(
                        "/users",
                        Map.of("email", "ada@example.com", "name", "Ada", "roles", List.of("viewer", "finance")))
                .extract()
                .path("user.id");
    }

    @Test
    void gatewaysKnowWhoIsInvitedUntilTheyAreDeleted() {
        String subject = owner.get("/users/" + ada).extract().path("subject");

        assertThat(published())
                .isEqualTo(PersonConfig.of(tenant(), ada, published().subject()));
        assertThat(published().subject()).hasToString(subject);

        owner.delete("/subjects/" + subject).statusCode(200);
        assertThat(OutboxContents.of(system, owner).live(PersonConfig.class)).isEmpty();
    }

    @Test
    void aRoleThatIsTakenEndsTheTokensThatThereAreAndOneThatIsGivenDoesNot() {
        roles("viewer", "finance", "auditor");
        assertThat(published().tokensUntil()).isNull();

        roles("viewer", "finance");
        assertThat(published().tokensUntil()).isNotNull();
    }

    @Test
    void anotherPasswordEndsTheTokensThatThereAre() {
        owner.act("/users/" + ada + "/password", Map.of()).statusCode(200);

        assertThat(published().tokensUntil()).isNotNull();
    }

    @Test
    void clientsAndSessionsAreEndedOneByOneAndNothingOfThemIsForgotten() {
        SubjectRef subject = published().subject();
        change((change, id) -> people.endClient(change, id, "https://client.example/id"));
        change((change, id) -> people.endSession(change, id, "session-1", Instant.now()));
        change((change, id) -> people.enabled(change, id, false));
        change((change, id) -> people.put(change, id, subject));

        assertThat(published().enabled()).isFalse();
        assertThat(published().fences())
                .extracting(TokenFence::id)
                .containsExactly("https://client.example/id", "session-1");
    }

    private void change(BiConsumer<Change, String> how) {
        scope.run(
                tenant(),
                () -> changes.make(change -> {
                    how.accept(change, ada);
                    return ada;
                }));
    }

    private void roles(String... roles) {
        owner.request()
                .header("If-Match", owner.get("/users/" + ada).extract().header("ETag"))
                .body(Map.of("roles", List.of(roles)))
                .put("/users/" + ada + "/roles")
                .then()
                .statusCode(200);
    }

    private TenantId tenant() {
        return TenantId.of(owner.tenantId());
    }

    private PersonConfig published() {
        List<PersonConfig> all = OutboxContents.of(system, owner).live(PersonConfig.class);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
