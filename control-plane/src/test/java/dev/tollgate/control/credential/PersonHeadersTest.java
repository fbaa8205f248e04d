package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import dev.tollgate.model.wire.ConnectionSeal.State;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers that each person gives a server for themselves, and what gateways are told of them. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonHeadersTest {
    private static final Region LOCAL = new Region("local");
    private static final String SECRET = "plum-of-ann";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RegionSeals seals;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Inject
    PersonConnections connections;

    @Inject
    SealAgain sealAgain;

    @Inject
    EntityManager entities;

    private Acting owner;
    private Acting ann;
    private UUID annsId;
    private String server;
    private String credential;
    private String path;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("own");
        server = owner.server("crm", owner.environment("production"));
        credential = "/servers/" + server + "/credential";
        path = "/me/connections/" + server + "/headers";
        annsId = UUID.randomUUID();
        ann = person(annsId, "viewer");
    }

    private Acting person(UUID id, String role) {
        TenantId tenant = TenantId.of(owner.tenantId());
        scope.run(
                tenant,
                () -> changes.make(change -> {
                    change.put(
                            PersonConfig.of(tenant, id.toString(), SubjectRef.of(SubjectKind.USER, UUID.randomUUID())));
                    return change;
                }));
        return owner.person(id.toString(), role);
    }

    private void asksEachPerson(String... names) {
        owner.put(credential, Map.of("personHeaders", List.of(names))).statusCode(200);
    }

    private void allows(String client) {
        ann.post("/me/connections/" + server + "/clients/allow", Map.of("client", client))
                .statusCode(200);
    }

    private static Map<String, Object> headers(String name, String value) {
        return Map.of("headers", List.of(Map.of("name", name, "value", value)));
    }

    private Optional<PersonConnection> published(UUID person) {
        return OutboxContents.of(system, owner).connections().stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
    }

    private Content content(UUID person) {
        PersonConnection connection = published(person).orElseThrow();
        String text = Objects.requireNonNull(connection.sealed().get("local"));
        return ConnectionSeal.of(connection).open(text, LOCAL, seals.of(LOCAL)).orElseThrow();
    }

    private ServerConfig config() {
        return OutboxContents.of(system, owner).live(ServerConfig.class).getFirst();
    }

    @Test
    void whatAPersonGivesIsNeverReadAgainAndReachesGatewaysSealed() {
        asksEachPerson("Authorization");
        allows("editor");

        ann.get(path).statusCode(200).body("version", equalTo(0)).body("headers[0].changedAt", nullValue());
        ann.put(path, headers("authorization", "Bearer " + SECRET))
                .statusCode(200)
                .body(not(containsString(SECRET)))
                .body("headers[0].name", equalTo("Authorization"));

        ann.get(path).statusCode(200).body(not(containsString(SECRET))).body("headers[0].changedAt", notNullValue());
        Content content = content(annsId);
        assertThat(content.state()).isEqualTo(State.CONNECTED);
        assertThat(content.headers()).containsExactly(new CredentialHeader("Authorization", "Bearer " + SECRET));
        assertThat(content.clients()).containsExactly(ConnectionSeal.client("editor"));
        assertThat(config().personal()).isEqualTo(new PersonalAccess(null));
        assertThat(config().credential()).isNull();
    }

    @Test
    void noRevisionComesOfIt() {
        asksEachPerson("Authorization");
        int before = OutboxContents.of(system, owner).revisions().size();

        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        assertThat(OutboxContents.of(system, owner).revisions()).hasSize(before);
        assertThat(OutboxContents.of(system, owner).digestsMatch()).doesNotContain(false);
    }

    @Test
    void otherValuesAreAnotherConnectionAndOtherClientsAreNot() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content first = content(annsId);
        long serial = published(annsId).orElseThrow().serial();

        allows("editor");
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> changes.make(change -> {
                    connections.publish(UUID.fromString(server), annsId, change);
                    return change;
                }));

        assertThat(content(annsId).version()).isEqualTo(first.version());
        assertThat(content(annsId).clients()).hasSize(1);
        assertThat(published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        ann.put(path, headers("Authorization", SECRET + "-2")).statusCode(200);
        assertThat(content(annsId).version()).isGreaterThan(first.version());
    }

    @Test
    void whoTakesThemBackIsDisconnectedAndTheRecordSaysSo() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        long serial = published(annsId).orElseThrow().serial();

        allows("editor");

        ann.delete(path).statusCode(204);

        assertThat(content(annsId).state()).isEqualTo(State.DISCONNECTED);
        assertThat(published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        ann.get(path).body("version", equalTo(0));
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        assertThat(content(annsId).state()).isEqualTo(State.CONNECTED);
        assertThat(content(annsId).clients()).as("asked anew").isEmpty();
    }

    @Test
    void exactlyWhatTheServerAsksForIsTaken() {
        asksEachPerson("Authorization", "X-Team");

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
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        asksEachPerson("Authorization", "X-Team");
        assertThat(content(annsId).state()).isEqualTo(State.NEEDS_ATTENTION);

        owner.put(credential, headers("Authorization", "of-the-tenant")).statusCode(200);
        assertThat(content(annsId).state()).isEqualTo(State.DISCONNECTED);
        assertThat(config().personal()).isNull();
        ann.get(path).statusCode(404);
        asksEachPerson("Authorization");
        ann.get(path).body("version", equalTo(0));
    }

    @Test
    void goesWithItsServer() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        owner.delete("/servers/" + server).statusCode(204);

        assertThat(published(annsId)).isEmpty();
    }

    @Test
    void theFirstAdminWhoConnectsIsLookedWithUnlessAnotherIsNamed() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        assertThat(config().personal()).as("a viewer's").isEqualTo(new PersonalAccess(null));
        UUID admin = UUID.randomUUID();

        person(admin, "admin").put(path, headers("Authorization", "of-admin")).statusCode(200);

        assertThat(config().personal()).isEqualTo(new PersonalAccess(admin));
        owner.get(credential).body("lookAs", equalTo(admin.toString()));
        owner.put(credential, Map.of("personHeaders", List.of("Authorization"), "lookAs", annsId))
                .statusCode(200);
        assertThat(config().personal()).isEqualTo(new PersonalAccess(annsId));
    }

    @Test
    void whoLeavesIsDisconnected() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);

        scope.run(
                TenantId.of(owner.tenantId()),
                () -> changes.make(change -> {
                    connections.endAll(annsId, change);
                    return change;
                }));

        assertThat(content(annsId).state()).isEqualTo(State.DISCONNECTED);
        ann.get(path).body("version", equalTo(0));
    }

    @Test
    void movesWithItsTenant() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content before = content(annsId);

        Acting.operator()
                .act("/tenants/" + owner.tenantId() + "/move", Map.of("region", "elsewhere"))
                .statusCode(200);

        PersonConnection there =
                OutboxContents.of(system, owner, "elsewhere").connections().getFirst();
        Region elsewhere = new Region("elsewhere");
        assertThat(ConnectionSeal.of(there)
                        .open(Objects.requireNonNull(there.sealed().get("elsewhere")), elsewhere, seals.of(elsewhere)))
                .contains(before);
        assertThat(content(annsId)).as("where it is until then").isEqualTo(before);
        Acting.operator().delete("/tenants/" + owner.tenantId() + "/move").statusCode(204);
        assertThat(OutboxContents.of(system, owner, "elsewhere").connections()).isEmpty();
    }

    @Test
    void whatOlderKeysSealedIsSealedAnewAndTheSame() {
        asksEachPerson("Authorization");
        ann.put(path, headers("Authorization", SECRET)).statusCode(200);
        Content before = content(annsId);
        long serial = published(annsId).orElseThrow().serial();
        sql("update person_headers set sealed_by = 'an-older-one'");
        sql("update config_connection set sealed_for = 'local=an-older-one'");

        sealAgain.sealAgain();

        assertThat(content(annsId)).isEqualTo(before);
        assertThat(published(annsId).orElseThrow().serial()).isGreaterThan(serial);
        serial = published(annsId).orElseThrow().serial();
        sealAgain.sealAgain();
        assertThat(published(annsId).orElseThrow().serial())
                .as("nothing is old")
                .isEqualTo(serial);
    }

    private void sql(String update) {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(update).executeUpdate()));
    }

    @Test
    void nobodyGivesAnythingInAnothersName() {
        asksEachPerson("Authorization");
        Acting stranger = Acting.ownerOfNewTenant("strange");

        stranger.put(path, headers("Authorization", SECRET)).statusCode(404);
        owner.put(path, headers("Authorization", SECRET)).statusCode(409);

        assertThat(OutboxContents.of(system, owner).connections()).isEmpty();
    }
}
