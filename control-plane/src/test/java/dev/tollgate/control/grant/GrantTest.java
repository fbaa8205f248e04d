package dev.tollgate.control.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.users.PublishedPeople;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TokenFence;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class GrantTest {
    private static final String EDITOR = "https://editor.example/client.json";
    private static final String ROBOT = "robot";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    FakeConsents consents;

    @Inject
    ClientUses uses;

    @Inject
    PublishedPeople people;

    @Inject
    Changes changes;

    @Inject
    TenantScope scope;

    private Acting owner;
    private String ada;

    @BeforeEach
    void someoneWithTwoClients() {
        owner = Acting.ownerOfNewTenant("clients");
        ada = invite("ada@example.com");
        consents.given(ada, EDITOR);
        consents.given(ada, ROBOT);
    }

    @AfterEach
    void back() {
        consents.setAway(false);
    }

    private String invite(String email) {
        return owner.post("/users", Map.of("email", email, "name", "Ada", "roles", List.of("viewer")))
                .extract()
                .path("user.id");
    }

    @Test
    void anAdminSeesWhichClientsActForWhomAndWhenTheyLastDid() {
        Instant used = Instant.parse("2026-11-29T07:30:00Z");
        uses.note(List.of(use(owner, ROBOT, used), use(owner, "unknown", used)));
        uses.note(List.of(use(owner, ROBOT, used.minusSeconds(60))));

        owner.get("/users/" + ada + "/clients")
                .statusCode(200)
                .body("client", contains(EDITOR, ROBOT))
                .body("[0].userName", equalTo("Ada"))
                .body("[0].clientName", equalTo("A client"))
                .body("[0].scopes", contains("mcp:read"))
                .body("[0].since", equalTo("2026-11-29T07:00:00Z"))
                .body("[0].lastUse", nullValue())
                .body("[1].lastUse.at", equalTo("2026-11-29T07:30:00Z"))
                .body("[1].lastUse.gateway", equalTo("gateway-1"));
        owner.get("/clients").statusCode(200).body("items.client", contains(EDITOR, ROBOT));
    }

    @Test
    void everyonesAreListedPersonByPerson() {
        String bob = invite("bob@example.com");
        consents.given(bob, ROBOT);

        String next = owner.get("/clients?limit=1").extract().path("nextCursor");
        assertThat(next).isNotNull();
        List<String> first = owner.get("/clients?limit=1").extract().path("items.user");
        List<String> second =
                owner.get("/clients?limit=1&cursor=" + next).extract().path("items.user");
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(first.size() + second.size()).isEqualTo(3);
    }

    @Test
    void aRevokedClientIsEndedAtTheProviderAndItsTokensAtGatewaysAndNoOthers() {
        owner.post("/users/" + ada + "/clients/revoke", Map.of("client", EDITOR))
                .statusCode(202)
                .header("Tollgate-Revision", notNullValue());

        assertThat(person().fences())
                .singleElement()
                .returns(TokenFence.Of.CLIENT, TokenFence::of)
                .returns(EDITOR, TokenFence::id);
        assertThat(person().tokensUntil()).isNull();
        owner.get("/users/" + ada + "/clients").body("client", contains(ROBOT));
        owner.post("/users/" + ada + "/clients/revoke", Map.of("client", EDITOR))
                .statusCode(404);
        owner.post("/users/" + ada + "/clients/revoke", Map.of()).statusCode(422);
    }

    @Test
    void nothingIsSaidToBeEndedWhileTheProviderIsAway() {
        consents.setAway(true);

        owner.post("/users/" + ada + "/clients/revoke", Map.of("client", EDITOR))
                .statusCode(503);

        assertThat(person().fences()).isEmpty();
    }

    @Test
    void whoIsNoAdminSeesAndEndsTheirOwnAlone() {
        Acting self = owner.colleague("viewer");
        String me = self.get("/me").extract().path("subject");
        SubjectRef user = SubjectRef.parse(owner.get("/users/" + ada).extract().path("subject"));
        self.get("/me/clients").statusCode(200).body("$", empty());
        scope.run(
                tenant(owner),
                () -> changes.make(change -> {
                    people.put(change, me, user);
                    return me;
                }));
        consents.given(me, ROBOT);

        self.get("/clients").statusCode(403);
        self.get("/users/" + ada + "/clients").statusCode(403);
        self.post("/users/" + ada + "/clients/revoke", Map.of("client", EDITOR)).statusCode(403);
        self.get("/me/clients").body("client", contains(ROBOT));
        self.post("/me/clients/revoke", Map.of("client", EDITOR)).statusCode(404);
        self.post("/me/clients/revoke", Map.of("client", ROBOT)).statusCode(202);
        self.get("/me/clients").body("$", hasSize(0));
    }

    @Test
    void anotherTenantsPeopleAreNotThere() {
        Acting neighbour = Acting.ownerOfNewTenant("neighbour");

        neighbour.get("/users/" + ada + "/clients").statusCode(404);
        neighbour
                .post("/users/" + ada + "/clients/revoke", Map.of("client", EDITOR))
                .statusCode(404);
        neighbour.get("/clients").body("items", empty());
        uses.note(List.of(
                new ClientUse(tenant(neighbour), user(owner), ROBOT, Instant.now(), new GatewayId("gateway-1"))));
        owner.get("/users/" + ada + "/clients").body("lastUse", contains(nullValue(), nullValue()));
    }

    private ClientUse use(Acting acting, String client, Instant at) {
        return new ClientUse(tenant(acting), user(acting), client, at, new GatewayId("gateway-1"));
    }

    private SubjectRef user(Acting acting) {
        return SubjectRef.parse(acting.get("/users/" + ada).extract().path("subject"));
    }

    private static TenantId tenant(Acting acting) {
        return TenantId.of(acting.tenantId());
    }

    private PersonConfig person() {
        return OutboxContents.of(system, owner).live(PersonConfig.class).stream()
                .filter(each -> each.id().equals(ada))
                .findFirst()
                .orElseThrow();
    }
}
