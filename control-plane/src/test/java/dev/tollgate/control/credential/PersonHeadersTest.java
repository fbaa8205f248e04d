package dev.tollgate.control.credential;

import static dev.tollgate.control.credential.PersonalServer.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import dev.tollgate.model.wire.ConnectionSeal.State;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers that each person gives a server for themselves, and what gateways are told of them. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonHeadersTest {
    private static final String SECRET = "plum-of-ann";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RegionSeals seals;

    @Inject
    PersonConnections connections;

    @Inject
    SealAgain sealAgain;

    @Inject
    EntityManager entities;

    @Inject
    Instance<PersonalServer> servers;

    private PersonalServer crm;
    private Acting owner;
    private Acting ann;
    private UUID annsId;
    private String server;
    private String credential;
    private String path;

    @BeforeEach
    void server() {
        crm = servers.get();
        owner = crm.owner;
        ann = crm.ann;
        annsId = crm.annsId;
        server = crm.id;
        credential = crm.credential;
        path = crm.headers;
    }

    @Test
    void whatAPersonGivesIsNeverReadAgainAndReachesGatewaysSealed() {
        crm.asksEachPerson("Authorization");
        crm.annAllows("editor");

        ann.get(path).statusCode(200).body("version", equalTo(0)).body("headers[0].changedAt", nullValue());
        ann.put(path, headers("authorization", "Bearer " + SECRET))
                .statusCode(200)
                .body(not(containsString(SECRET)))
                .body("headers[0].name", equalTo("Authorization"));

        ann.get(path).statusCode(200).body(not(containsString(SECRET))).body("headers[0].changedAt", notNullValue());
        Content content = crm.content(annsId);
        assertThat(content.state()).isEqualTo(State.CONNECTED);
        assertThat(content.headers()).containsExactly(new CredentialHeader("Authorization", "Bearer " + SECRET));
        assertThat(content.clients()).containsExactly(ConnectionSeal.client("editor"));
        assertThat(crm.config().personal()).isEqualTo(new PersonalAccess(null));
        assertThat(crm.config().credential()).isNull();
    }

    @Test
    void noRevisionComesOfIt() {
        crm.asksEachPerson("Authorization");
        int before = crm.outbox().revisions().size();

        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        assertThat(crm.outbox().revisions()).hasSize(before);
        assertThat(crm.outbox().digestsMatch()).doesNotContain(false);
    }

    @Test
    void otherValuesAreAnotherConnectionAndOtherClientsAreNot() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content first = crm.content(annsId);
        long serial = crm.published(annsId).orElseThrow().serial();

        crm.annAllows("editor");
        crm.change(change -> connections.publish(UUID.fromString(server), annsId, change));

        assertThat(crm.content(annsId).version()).isEqualTo(first.version());
        assertThat(crm.content(annsId).clients()).hasSize(1);
        assertThat(crm.published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        ann.put(path, headers("Authorization", SECRET + "-2")).statusCode(200);
        assertThat(crm.content(annsId).version()).isGreaterThan(first.version());
    }

    @Test
    void whoTakesThemBackIsDisconnectedAndTheRecordSaysSo() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        long serial = crm.published(annsId).orElseThrow().serial();

        crm.annAllows("editor");

        ann.delete(path).statusCode(204);

        assertThat(crm.content(annsId).state()).isEqualTo(State.DISCONNECTED);
        assertThat(crm.published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        ann.get(path).body("version", equalTo(0));
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        assertThat(crm.content(annsId).state()).isEqualTo(State.CONNECTED);
        assertThat(crm.content(annsId).clients()).as("asked anew").isEmpty();
    }

    @Test
    void exactlyWhatTheServerAsksForIsTaken() {
        crm.asksEachPerson("Authorization", "X-Team");

        ann.put(path, headers("Authorization", SECRET)).statusCode(422).body("errors[0].field", equalTo("headers"));
        ann.put(path, headers("X-Other", SECRET)).statusCode(422).body("errors[0].field", equalTo("headers[0].name"));
        ann.request()
                .header("If-Match", "\"7\"")
                .body(headers("Authorization", SECRET))
                .put(path)
                .then()
                .statusCode(412);
        owner.put(credential, Map.of("personHeaders", List.of("Host"))).statusCode(422);
        owner.put(credential, Map.of("personHeaders", List.of("a", "A"))).statusCode(422);
        owner.put(credential, Map.of("personHeaders", List.of("Authorization"), "headers", List.of()))
                .statusCode(422);
        owner.put(credential, Map.of("personHeaders", List.of("Authorization"), "lookAs", UUID.randomUUID()))
                .statusCode(422);
    }

    @Test
    void whoMissesAHeaderThatIsAskedForNowHasToActAndOtherKindsEndAll() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        crm.asksEachPerson("Authorization", "X-Team");
        assertThat(crm.content(annsId).state()).isEqualTo(State.NEEDS_ATTENTION);

        owner.put(credential, headers("Authorization", "of-the-tenant")).statusCode(200);
        assertThat(crm.content(annsId).state()).isEqualTo(State.DISCONNECTED);
        assertThat(crm.config().personal()).isNull();
        ann.get(path).statusCode(404);
        crm.asksEachPerson("Authorization");
        ann.get(path).body("version", equalTo(0));
    }

    @Test
    void whatPeopleGaveIsForgottenWhenTheirAccountsAreAskedForInstead() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        owner.put(credential, Map.of("oauth", Map.of("who", "EACH_PERSON"))).statusCode(200);

        assertThat(crm.content(annsId).state()).isEqualTo(State.DISCONNECTED);
        crm.asksEachPerson("Authorization");
        assertThat(crm.content(annsId).state()).isEqualTo(State.DISCONNECTED);
        ann.get(path).body("version", equalTo(0));
    }

    @Test
    void goesWithItsServer() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        owner.delete("/servers/" + server).statusCode(204);

        assertThat(crm.published(annsId)).isEmpty();
    }

    @Test
    void theFirstAdminWhoConnectsIsLookedWithUnlessAnotherIsNamed() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        assertThat(crm.config().personal()).as("a viewer's").isEqualTo(new PersonalAccess(null));
        UUID admin = UUID.randomUUID();

        crm.person(admin, "admin")
                .put(path, headers("Authorization", "of-admin"))
                .statusCode(200);

        assertThat(crm.config().personal()).isEqualTo(new PersonalAccess(admin));
        owner.get(credential).body("lookAs", equalTo(admin.toString()));
        owner.put(credential, Map.of("personHeaders", List.of("Authorization"), "lookAs", annsId))
                .statusCode(200);
        assertThat(crm.config().personal()).isEqualTo(new PersonalAccess(annsId));
    }

    @Test
    void whoLeavesIsDisconnected() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        crm.change(change -> connections.endAll(annsId, change));

        assertThat(crm.content(annsId).state()).isEqualTo(State.DISCONNECTED);
        ann.get(path).body("version", equalTo(0));
    }

    @Test
    void movesWithItsTenant() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content before = crm.content(annsId);

        Acting.operator()
                .act("/tenants/" + owner.tenantId() + "/move", Map.of("region", "elsewhere"))
                .statusCode(200);

        PersonConnection there =
                OutboxContents.of(system, owner, "elsewhere").connections().getFirst();
        Region elsewhere = new Region("elsewhere");
        assertThat(ConnectionSeal.of(there)
                        .open(Objects.requireNonNull(there.sealed().get("elsewhere")), elsewhere, seals.of(elsewhere)))
                .contains(before);
        assertThat(crm.content(annsId)).as("where it is until then").isEqualTo(before);
        Acting.operator().delete("/tenants/" + owner.tenantId() + "/move").statusCode(204);
        assertThat(OutboxContents.of(system, owner, "elsewhere").connections()).isEmpty();
    }

    @Test
    void whatOlderKeysSealedIsSealedAnewAndTheSame() {
        crm.asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content before = crm.content(annsId);
        long serial = crm.published(annsId).orElseThrow().serial();
        sql("update person_headers set sealed_by = 'an-older-one'");
        sql("update config_connection set sealed_for = 'local=an-older-one'");

        sealAgain.sealAgain();

        assertThat(crm.content(annsId)).isEqualTo(before);
        assertThat(crm.published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        serial = crm.published(annsId).orElseThrow().serial();
        sealAgain.sealAgain();
        assertThat(crm.published(annsId).orElseThrow().serial())
                .as("nothing is old")
                .isEqualTo(serial);
    }

    private void sql(String update) {
        crm.within(() -> QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(update).executeUpdate()));
    }

    @Test
    void nobodyGivesAnythingInAnothersName() {
        crm.asksEachPerson("Authorization");
        Acting stranger = Acting.ownerOfNewTenant("strange");

        stranger.put(path, headers("Authorization", SECRET)).statusCode(404);
        owner.put(path, headers("Authorization", SECRET)).statusCode(409);

        assertThat(crm.outbox().connections()).isEmpty();
    }
}
