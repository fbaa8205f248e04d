package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class CredentialTest {
    private static final Region LOCAL = new Region("local");
    private static final String KEPT = "(kept)";
    private static final String SECRET = "plum-of-the-upstream";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RegionSeals seals;

    @Inject
    SealAgain sealAgain;

    @Inject
    TenantScope scope;

    @Inject
    EntityManager entities;

    private Acting owner;
    private String environment;
    private String server;
    private String path;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("cred");
        environment = owner.environment("production");
        server = owner.server("crm", environment);
        path = "/servers/" + server + "/credential";
    }

    /** Names and values in turn; {@link #KEPT} for a value that is left out. */
    private static Map<String, Object> headers(String... namesAndValues) {
        List<Map<String, Object>> headers = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Map<String, Object> header = new HashMap<>();
            header.put("name", namesAndValues[i]);
            if (!namesAndValues[i + 1].equals(KEPT)) {
                header.put("value", namesAndValues[i + 1]);
            }
            headers.add(header);
        }
        return Map.of("headers", headers);
    }

    private ServerConfig published(String region) {
        return OutboxContents.of(system, owner, region).live(ServerConfig.class).stream()
                .filter(config -> config.id().toString().equals(server))
                .findFirst()
                .orElseThrow();
    }

    private SealedCredential sealed(String region) {
        return Objects.requireNonNull(published(region).credential());
    }

    private static String text(SealedCredential sealed, Region region) {
        return Objects.requireNonNull(sealed.sealed().get(region.value()));
    }

    private Optional<List<CredentialHeader>> open(ServerConfig config, Region region) {
        SealedCredential sealed = Objects.requireNonNull(config.credential());
        return new CredentialSeal(config.tenant(), config.id(), sealed.version())
                .open(text(sealed, region), region, seals.of(region));
    }

    @Test
    void whatIsWrittenIsNeverReadAgain() {
        owner.get(path)
                .statusCode(200)
                .body("kind", equalTo("NONE"))
                .body("headers", empty())
                .header("ETag", "\"0\"");

        owner.put(path, headers("Authorization", "Bearer " + SECRET, "X-Team", "blue team"))
                .statusCode(200)
                .body("kind", equalTo("HEADERS"))
                .body("headers.name", equalTo(List.of("Authorization", "X-Team")))
                .body("headers[0].changedAt", startsWith("20"))
                .body(not(containsString(SECRET)))
                .body(not(containsString("blue")));
        owner.get(path).body("headers.name", hasItem("X-Team")).body(not(containsString(SECRET)));
        owner.get("/servers/" + server).statusCode(200).body(not(containsString(SECRET)));
    }

    @Test
    void itIsPublishedForTheRegionAndOpenedByItsKeyAlone() {
        owner.put(path, headers("Authorization", "Bearer " + SECRET)).statusCode(200);

        ServerConfig config = published("local");

        assertThat(open(config, LOCAL).orElseThrow())
                .containsExactly(new CredentialHeader("Authorization", "Bearer " + SECRET));
        SealedCredential sealed = sealed("local");
        assertThat(sealed.sealed()).containsOnlyKeys("local");
        assertThat(new CredentialSeal(config.tenant(), config.id(), sealed.version() + 1)
                        .open(text(sealed, LOCAL), LOCAL, seals.of(LOCAL)))
                .isEmpty();
    }

    @Test
    void anotherChangeOfTheServerPublishesTheSameTextAgain() {
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);
        SealedCredential before = sealed("local");
        Map<String, Object> changed = new HashMap<>(Acting.serverBody("crm", environment));
        changed.put("timeoutMillis", 20_000);

        owner.put("/servers/" + server, changed).statusCode(200);

        assertThat(published("local").timeoutMillis()).isEqualTo(20_000);
        assertThat(published("local").credential()).isEqualTo(before);
    }

    @Test
    void aHeaderWithoutValueKeepsTheOneThatIsStored() {
        owner.put(path, headers("Authorization", SECRET, "X-Old", "old")).statusCode(200);
        long before = sealed("local").version();

        owner.put(path, headers("authorization", KEPT, "X-New", "new")).statusCode(200);

        assertThat(open(published("local"), LOCAL).orElseThrow())
                .containsExactly(new CredentialHeader("authorization", SECRET), new CredentialHeader("X-New", "new"));
        assertThat(sealed("local").version()).isGreaterThan(before);
        owner.put(path, headers("X-Unknown", KEPT))
                .statusCode(422)
                .body("errors[0].field", equalTo("headers[0].value"));
    }

    @Test
    void deletedItIsGoneAndTheNextOneIsNewer() {
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);
        long first = sealed("local").version();

        owner.delete(path).statusCode(204);

        assertThat(published("local").credential()).isNull();
        owner.get(path).body("kind", equalTo("NONE"));
        owner.delete(path).statusCode(404);
        owner.put(path, headers("Authorization", "another")).statusCode(200);
        assertThat(sealed("local").version()).isGreaterThan(first);
        owner.delete("/servers/" + server).statusCode(204);
    }

    @Test
    void whoDidNotSeeTheLastChangeIsTold() {
        owner.request()
                .header("If-Match", "\"0\"")
                .body(headers("X-A", "1"))
                .put("/servers/" + server + "/credential")
                .then()
                .statusCode(200);
        owner.request()
                .header("If-Match", "\"0\"")
                .body(headers("X-A", "2"))
                .put("/servers/" + server + "/credential")
                .then()
                .statusCode(412);
        owner.request().body(headers("X-A", "2")).put(path).then().statusCode(428);
    }

    @ParameterizedTest
    @CsvSource({
        "Host, x",
        "Content-Length, 5",
        "Mcp-Session-Id, x",
        "mcp-protocol-version, x",
        "Transfer-Encoding, chunked",
        "'a b', x",
        "'', x",
        "'X:Y', x",
        "X-Y, 'a\nb'",
        "X-Y, 'a\r\nZ: 1'",
        "X-Y, ' lead'",
        "X-Y, 'ü'",
        "X-Y, ''"
    })
    void aHeaderThatNobodyMaySendIsRefusedWithoutItsValue(String name, String value) {
        owner.put(path, headers(name, value)).statusCode(422).body("errors[0].field", startsWith("headers[0]."));
    }

    @Test
    void thereIsAnEndToHowManyAndHowLong() {
        String[] many = new String[34];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 2 == 0 ? "X-" + i : "v";
        }
        owner.put(path, headers(many)).statusCode(422).body("errors[0].field", equalTo("headers"));
        owner.put(path, headers("X-A", "a".repeat(4_000), "X-B", "b".repeat(97)))
                .statusCode(422)
                .body("errors[0].field", equalTo("headers"));
        owner.put(path, headers("X-A", "\"\\".repeat(2_048))).statusCode(200);
        assertThat(open(published("local"), LOCAL)).isPresent();
        owner.put(path, headers("X-A", "1", "x-a", "2")).statusCode(422);
        owner.put(path, Map.of("headers", List.of())).statusCode(422);
        owner.put(path, Map.of("headers", Collections.singletonList(null))).statusCode(422);
    }

    @Test
    void aProcessTakesNone() {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("files", environment));
        body.put("transport", Map.of("type", "stdio", "command", "filesystem"));
        String files = owner.create("/servers", body);

        owner.put("/servers/" + files + "/credential", headers("X-A", "1"))
                .statusCode(422)
                .body("errors[0].message", startsWith("a process takes no headers"));
    }

    /** Else whoever may change a server could have its secrets sent to a server of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1910/mcp", "http://localhost:1909/mcp", "https://127.0.0.1:1909/mcp"})
    void aSecretStaysWithTheOriginThatItWasGivenFor(String url) {
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);
        Map<String, Object> elsewhere = new HashMap<>(Acting.serverBody("crm", environment));
        elsewhere.put("transport", Map.of("type", "streamable-http", "url", url));

        owner.put("/servers/" + server, elsewhere)
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"))
                .body("errors[0].message", containsString("delete the credential first"));

        Map<String, Object> samePlace = new HashMap<>(elsewhere);
        samePlace.put("transport", Map.of("type", "sse", "url", "http://127.0.0.1:1909/other"));
        owner.put("/servers/" + server, samePlace).statusCode(200);
        owner.delete(path).statusCode(204);
        owner.put("/servers/" + server, elsewhere).statusCode(200);
    }

    @Test
    void noSecretCrossesTheNetworkInClearText() {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("clear", environment));
        body.put("transport", Map.of("type", "streamable-http", "url", "http://8.8.8.8/mcp"));
        String clear = owner.create("/servers", body);

        owner.put("/servers/" + clear + "/credential", headers("X-A", "1"))
                .statusCode(422)
                .body("errors[0].message", equalTo("is an https address"));
    }

    @Test
    void anotherTenantsServerIsNotThereAndViewersOnlyLook() {
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);
        Acting stranger = Acting.ownerOfNewTenant("other");

        stranger.get(path).statusCode(404);
        stranger.put(path, headers("X-A", "1")).statusCode(404);
        stranger.delete(path).statusCode(404);
        owner.get("/servers/" + UUID.randomUUID() + "/credential").statusCode(404);
        owner.colleague("viewer").get(path).statusCode(200).body(not(containsString(SECRET)));
        owner.colleague("viewer").put(path, headers("X-A", "1")).statusCode(403);
        owner.colleague("finance").delete(path).statusCode(403);
    }

    @Test
    void aMoveSealsItForBothRegionsAndThenForTheNewOne() {
        Region elsewhere = new Region("elsewhere");
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);

        Acting.operator()
                .act("/tenants/" + owner.tenantId() + "/move", Map.of("region", "elsewhere"))
                .statusCode(200);

        assertThat(published("local").credential())
                .isEqualTo(published("elsewhere").credential());
        assertThat(open(published("elsewhere"), elsewhere)
                        .orElseThrow()
                        .getFirst()
                        .value())
                .isEqualTo(SECRET);
        assertThat(open(published("local"), LOCAL)).isPresent();
        assertThat(OutboxContents.of(system, owner, "elsewhere").digestsMatch()).doesNotContain(false);

        Acting.operator().delete("/tenants/" + owner.tenantId() + "/move").statusCode(204);
        assertThat(sealed("local").sealed()).containsOnlyKeys("local");
        assertThat(open(published("local"), LOCAL)).isPresent();
        assertThat(OutboxContents.of(system, owner, "local").digestsMatch()).doesNotContain(false);
    }

    @Test
    void whatAnOlderKeySealedIsSealedAnewWithTheSameVersion() {
        owner.put(path, headers("Authorization", SECRET)).statusCode(200);
        SealedCredential before = sealed("local");
        sealAgain.sealAgain();
        assertThat(sealAgain.sealAgain()).as("nothing is old").isZero();
        setKeys("an-older-one", "local=an-older-one");

        assertThat(sealAgain.sealAgain()).isEqualTo(1);

        assertThat(sealed("local").version()).isEqualTo(before.version());
        assertThat(open(published("local"), LOCAL).orElseThrow().getFirst().value())
                .isEqualTo(SECRET);
        assertThat(sealAgain.sealAgain()).isZero();
        owner.put(path, headers("Authorization", KEPT, "X-B", "b")).statusCode(200);
    }

    private void setKeys(String master, String regions) {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(
                                        "update upstream_credential set sealed_by = :master, sealed_for = :regions"
                                                + " where server_id = cast(:server as uuid)")
                                .setParameter("master", master)
                                .setParameter("regions", regions)
                                .setParameter("server", server)
                                .executeUpdate()));
    }

    @Test
    void whoSeesAcrossTenantsDoesNotSeeWhatIsSealed() throws SQLException {
        try (Connection connection = system.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select sealed from upstream_credential"))
                    .hasMessageContaining("permission denied");
        }
    }
}
