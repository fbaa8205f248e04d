package dev.tollgate.control.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.local.certificate.Authority;
import dev.tollgate.local.certificate.GuardedHttps;
import dev.tollgate.local.certificate.Issued;
import dev.tollgate.local.certificate.KeyKind;
import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ClientKeySeal;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TlsTest {
    private static final Region LOCAL = new Region("local");
    private static final Authority COMPANY = Authority.named("Company root");
    private static final Issued GATEWAY = COMPANY.client("gateway");

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RegionSeals seals;

    @Inject
    KeysSealedAgain sealedAgain;

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
        owner = Acting.ownerOfNewTenant("tls");
        environment = owner.environment("production");
        server = owner.create("/servers", body("https://127.0.0.1:1909/mcp"));
        path = "/servers/" + server + "/tls";
    }

    private Map<String, Object> body(String url) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("crm", environment));
        body.put("transport", Map.of("type", "streamable-http", "url", url));
        return body;
    }

    private static Map<String, Object> shown(Issued one) {
        return Map.of("certificate", one.chainPem(), "privateKey", one.keyPem());
    }

    private ValidatableResponse put(Map<String, Object> body) {
        return owner.put(path, body);
    }

    private ServerConfig published(String region) {
        return OutboxContents.of(system, owner, region).live(ServerConfig.class).stream()
                .filter(config -> config.id().toString().equals(server))
                .findFirst()
                .orElseThrow();
    }

    private SealedTls tls() {
        return Objects.requireNonNull(published("local").tls());
    }

    private byte[] key(ServerConfig config, Region region) {
        SealedTls tls = Objects.requireNonNull(config.tls());
        byte[] key = new ClientKeySeal(config.tenant(), config.id(), tls.version())
                .open(Objects.requireNonNull(tls.sealedKey().get(region.value())), region, seals.of(region));
        return Objects.requireNonNull(key);
    }

    private static byte[] keyOf(Issued one) {
        return one.keys().getPrivate().getEncoded();
    }

    @Test
    void certificatesAreShownAndTheKeyNever() {
        owner.get(path)
                .statusCode(200)
                .body("certificate", empty())
                .body("ca", empty())
                .header("ETag", "\"0\"");
        Issued below = COMPANY.under("Agents").client("gateway");
        String secret = Base64.getEncoder().encodeToString(keyOf(below)).substring(20, 60);
        Map<String, Object> both = new HashMap<>(shown(below));
        both.put("ca", COMPANY.pem());

        put(both)
                .statusCode(200)
                .body("certificate", hasSize(2))
                .body("certificate[0].subject", equalTo("CN=gateway"))
                .body("certificate[0].issuer", equalTo("CN=Agents"))
                .body("certificate[0].sha256.length()", equalTo(64))
                .body("certificate[0].validity", equalTo("VALID"))
                .body("ca[0].subject", equalTo("CN=Company root"))
                .body("certificatePem", equalTo(below.chainPem()))
                .body("caPem", equalTo(COMPANY.pem()))
                .body(not(containsString(secret)));

        owner.get(path).body("certificate", hasSize(2)).body(not(containsString("PRIVATE")));
        owner.get("/servers/" + server).body(not(containsString(secret)));
    }

    @Test
    void theKeyIsPublishedForTheRegionAndOpenedByItsKeyAlone() {
        put(shown(GATEWAY)).statusCode(200);

        ServerConfig config = published("local");

        assertThat(key(config, LOCAL)).isEqualTo(keyOf(GATEWAY));
        assertThat(tls().certificate()).isEqualTo(GATEWAY.chainPem());
        assertThat(new ClientKeySeal(config.tenant(), config.id(), tls().version() + 1)
                        .open(Objects.requireNonNull(tls().sealedKey().get("local")), LOCAL, seals.of(LOCAL)))
                .isNull();
    }

    @Test
    void authoritiesAloneNeedNoKey() {
        put(Map.of("ca", COMPANY.pem())).statusCode(200).body("certificate", empty());

        assertThat(tls().authorities()).isEqualTo(COMPANY.pem());
        assertThat(tls().sealedKey()).isEmpty();
        Map<String, Object> renamed = body("https://127.0.0.1:1909/mcp");
        renamed.put("timeoutMillis", 20_000);
        SealedTls before = tls();
        owner.put("/servers/" + server, renamed).statusCode(200);
        assertThat(tls()).isEqualTo(before);
    }

    /** In lines of its own it is longer than a text may be that is written. */
    @Test
    void whatIsWrittenInOneLineIsReadAgain() {
        String longest = "";
        String next = "";
        for (int length = 500; next.length() <= Certificates.AUTHORITIES_CHARS_MAX; length++) {
            longest = next;
            next = inOneLine(Authority.named("x".repeat(length)).pem()).repeat(Certificates.AUTHORITIES_MAX);
        }

        put(Map.of("ca", longest)).statusCode(200).body("ca", hasSize(Certificates.AUTHORITIES_MAX));

        String written = owner.get(path).statusCode(200).extract().path("caPem");
        assertThat(written.length()).isGreaterThan(Certificates.AUTHORITIES_CHARS_MAX);
    }

    private static String inOneLine(String pem) {
        return pem.replaceAll("(?<=[A-Za-z0-9+/=])\n(?=[A-Za-z0-9+/=])", "");
    }

    @Test
    void aCertificateThatIsRenewedForItsKeyNeedsItNotAgain() {
        KeyPair keys = KeyKind.P256.pair();
        Issued first = COMPANY.client("gateway", keys, Instant.now().plus(Duration.ofDays(29)));
        put(shown(first)).statusCode(200).body("certificate[0].validity", equalTo("ENDS_SOON"));
        long before = tls().version();
        Issued next = COMPANY.client("gateway", keys, Instant.now().plus(Duration.ofDays(90)));

        put(Map.of("certificate", next.chainPem())).statusCode(200).body("certificate[0].validity", equalTo("VALID"));

        assertThat(tls().version()).isGreaterThan(before);
        assertThat(key(published("local"), LOCAL)).isEqualTo(keyOf(next));
        put(Map.of("certificate", GATEWAY.chainPem()))
                .statusCode(422)
                .body("errors[0].field", equalTo("privateKey"))
                .body("errors[0].message", containsString("is not this certificate's"));
    }

    @Test
    void deletedItIsGoneAndTheNextOneIsNewer() {
        put(shown(GATEWAY)).statusCode(200);
        long first = tls().version();

        owner.delete(path).statusCode(204);

        assertThat(published("local").tls()).isNull();
        owner.delete(path).statusCode(404);
        put(Map.of("certificate", GATEWAY.chainPem())).statusCode(422);
        put(shown(GATEWAY)).statusCode(200);
        assertThat(tls().version()).isGreaterThan(first);
        owner.delete("/servers/" + server).statusCode(204);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyKind.class,
            names = {"RSA_1024", "P521", "ED25519"})
    void aKeyThatCannotBeUsedIsRefused(KeyKind kind) {
        put(shown(COMPANY.client("gateway", kind)))
                .statusCode(422)
                .body("errors[0].field", equalTo("certificate"))
                .body("errors[0].message", startsWith("has a key that cannot be used"));
    }

    @Test
    void certificatesThatServeNobodyAreRefusedWithTheReason() {
        Issued ended = COMPANY.client("gateway", KeyKind.P256.pair(), Instant.parse("2026-01-02T03:04:05Z"));
        Issued below = COMPANY.under("Agents").client("gateway");
        String turned = Authority.named("Other").pem() + GATEWAY.certificatePem();

        refuses("certificate", "holds a certificate that ended at 2026-01-02T03:04:05Z", shown(ended));
        refuses("certificate", "is in the wrong order", of(turned, GATEWAY.keyPem()));
        refuses("certificate", "is in the wrong order", of(below.certificatePem() + COMPANY.pem(), below.keyPem()));
        refuses("certificate", "begins with a certificate that is not for", shown(COMPANY.serverAlone("gateway")));
        refuses("certificate", "holds no certificate", of("nothing", GATEWAY.keyPem()));
        refuses("certificate", "holds something else", of(GATEWAY.keyPem(), GATEWAY.keyPem()));
        refuses("certificate", "holds at most 8", of(GATEWAY.certificatePem().repeat(9), GATEWAY.keyPem()));
        refuses("certificate", "has at most 16384", of("x".repeat(16_385), GATEWAY.keyPem()));
        refuses("certificate", "give a certificate with its", Map.of());
    }

    @Test
    void keysThatAreNoneAreRefusedWithWhatToDoAndNotRepeated() {
        String other = COMPANY.client("other").keyPem();

        refuses("privateKey", "is not the certificate's key", of(GATEWAY.chainPem(), other));
        refuses(
                "privateKey",
                "is not the certificate's key",
                of(GATEWAY.chainPem(), COMPANY.client("other", KeyKind.RSA_2048).keyPem()));
        for (String kind : new String[] {"ENCRYPTED ", "RSA ", "EC "}) {
            refuses(
                    "privateKey",
                    "is in another form, or has a password: give it as \"openssl pkey",
                    of(GATEWAY.chainPem(), other.replace("BEGIN ", "BEGIN " + kind)));
        }
        refuses("privateKey", "holds no key", of(GATEWAY.chainPem(), "s3cr3t"));
        refuses("privateKey", "must be given: none is stored", Map.of("certificate", GATEWAY.chainPem()));
        refuses("privateKey", "belongs to a certificate", Map.of("ca", COMPANY.pem(), "privateKey", other));
    }

    private static Map<String, Object> of(String certificate, String key) {
        return Map.of("certificate", certificate, "privateKey", key);
    }

    private void refuses(String field, String message, Map<String, Object> body) {
        put(body)
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", startsWith(message))
                .body(not(containsString("s3cr3t")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1909/mcp", "https://127.0.0.1:1910/mcp", "https://localhost:1909/mcp"})
    void itStaysWithTheOriginThatItWasGivenFor(String url) {
        put(shown(GATEWAY)).statusCode(200);

        owner.put("/servers/" + server, body(url))
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"))
                .body("errors[0].message", containsString("delete the certificate first"));

        owner.put("/servers/" + server, body("https://127.0.0.1:1909/other")).statusCode(200);
        owner.delete(path).statusCode(204);
        owner.put("/servers/" + server, body(url)).statusCode(200);
    }

    @Test
    void whatIsNotReachedByHttpsTakesNone() {
        Map<String, Object> plain = body("http://127.0.0.1:1909/mcp");
        plain.put("name", "plain");
        String other = owner.create("/servers", plain);

        owner.put("/servers/" + other + "/tls", shown(GATEWAY))
                .statusCode(422)
                .body("errors[0].message", startsWith("is for a server that is reached by https"));
    }

    /** The control plane dials the server as gateways do; a document elsewhere is read as ever. */
    @Test
    void aDocumentIsPreviewedWithTheServersCertificates() throws IOException {
        try (GuardedHttps service = new GuardedHttps(COMPANY)) {
            service.at(
                    "/openapi.json",
                    "application/json",
                    who -> "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"for " + who
                            + "\",\"version\":\"1\"},\"paths\":{\"/x\":{\"get\":{\"operationId\":\"getX\","
                            + "\"responses\":{\"200\":{\"description\":\"ok\"}}}}}}");
            owner.put("/servers/" + server, body(service.url("/mcp").toString()))
                    .statusCode(200);
            Map<String, Object> both = new HashMap<>(shown(GATEWAY));
            both.put("ca", COMPANY.pem());
            put(both).statusCode(200);
            Map<String, Object> asked =
                    Map.of("documentUrl", service.url("/openapi.json").toString());

            owner.post("/servers/openapi-preview", asked)
                    .statusCode(422)
                    .body("errors[0].message", equalTo("could not be read"));
            Map<String, Object> ofServer = new HashMap<>(asked);
            ofServer.put("serverId", server);
            owner.post("/servers/openapi-preview", ofServer).statusCode(200).body("title", equalTo("for CN=gateway"));
            Acting.ownerOfNewTenant("other")
                    .post("/servers/openapi-preview", ofServer)
                    .statusCode(404);
        }
    }

    @Test
    void anotherTenantsServerIsNotThereAndViewersOnlyLook() {
        put(shown(GATEWAY)).statusCode(200);
        Acting stranger = Acting.ownerOfNewTenant("other");

        stranger.get(path).statusCode(404);
        stranger.put(path, shown(GATEWAY)).statusCode(404);
        stranger.delete(path).statusCode(404);
        owner.colleague("viewer").get(path).statusCode(200);
        owner.colleague("viewer").put(path, shown(GATEWAY)).statusCode(403);
        owner.colleague("finance").delete(path).statusCode(403);
        owner.request().body(shown(GATEWAY)).put(path).then().statusCode(428);
        owner.request()
                .header("If-Match", "\"0\"")
                .body(shown(GATEWAY))
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void aMoveSealsItForBothRegionsAndThenForTheNewOne() {
        Region elsewhere = new Region("elsewhere");
        put(shown(GATEWAY)).statusCode(200);

        Acting.operator()
                .act("/tenants/" + owner.tenantId() + "/move", Map.of("region", "elsewhere"))
                .statusCode(200);

        assertThat(key(published("elsewhere"), elsewhere)).isEqualTo(keyOf(GATEWAY));
        assertThat(key(published("local"), LOCAL)).isEqualTo(keyOf(GATEWAY));
        assertThat(OutboxContents.of(system, owner, "elsewhere").digestsMatch()).doesNotContain(false);
        Acting.operator().delete("/tenants/" + owner.tenantId() + "/move").statusCode(204);
        assertThat(tls().sealedKey()).containsOnlyKeys("local");
    }

    @Test
    void whatAnOlderKeySealedIsSealedAgainOnce() {
        put(shown(GATEWAY)).statusCode(200);
        sealedAgain.sealAgain();
        long version = tls().version();
        pretendOlder();

        assertThat(sealedAgain.sealAgain()).isEqualTo(1);

        assertThat(sealedAgain.sealAgain()).isZero();
        assertThat(tls().version()).isEqualTo(version);
        assertThat(key(published("local"), LOCAL)).isEqualTo(keyOf(GATEWAY));
    }

    /** Says of the row that it was sealed by keys of before. */
    private void pretendOlder() {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(
                                        "update upstream_tls set sealed_by = 'older', sealed_for = 'local=older'"
                                                + " where server_id = cast(:server as uuid)")
                                .setParameter("server", server)
                                .executeUpdate()));
    }

    @Test
    void whoSeesAcrossTenantsDoesNotSeeWhatIsSealed() throws SQLException {
        try (Connection connection = system.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select sealed from upstream_tls"))
                    .hasMessageContaining("permission denied");
        }
    }
}
