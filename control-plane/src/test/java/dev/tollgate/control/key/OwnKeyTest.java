package dev.tollgate.control.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys whose secrets end by themselves, and whose holders ask for the next one. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class OwnKeyTest {
    private static final Map<String, Object> MONTHLY = Map.of("everyDays", 30, "overlapSeconds", 3_600);
    private static final Duration LIFE = Duration.ofDays(30).plusHours(1);

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String environment;

    @BeforeEach
    void anEnvironment() {
        owner = Acting.ownerOfNewTenant("own");
        environment = owner.environment("production");
    }

    @Test
    void a_secret_of_a_key_with_rotation_ends_by_itself() {
        Instant before = Instant.now().minusMillis(1);
        JsonPath issued = issue(Map.of("rotation", MONTHLY));

        Instant end = Objects.requireNonNull(credentials().getLast().notAfter());
        assertThat(end).isBetween(before.plus(LIFE), Instant.now().plus(LIFE));
        assertThat(issued.getString("key.rotationDueAt"))
                .isEqualTo(end.minusSeconds(3_600).toString());
        assertThat(issued.getInt("key.rotation.everyDays")).isEqualTo(30);
    }

    @Test
    void its_holder_gets_the_next_secret_once_and_the_old_one_overlaps() {
        JsonPath issued = issue(Map.of("rotation", MONTHLY));

        JsonPath next = rotate(issued.getString("secret"))
                .statusCode(200)
                .header("Tollgate-Revision", notNullValue())
                .body("keyId", equalTo(issued.getString("key.id")))
                .extract()
                .jsonPath();

        KeySecret secret = KeySecret.parse(next.getString("secret")).orElseThrow();
        List<KeyCredential> credentials = credentials();
        assertThat(credentials.getLast().sha256()).isEqualTo(secret.digest());
        assertThat(credentials.getLast().notAfter()).isEqualTo(Instant.parse(next.getString("notAfter")));
        assertThat(credentials.getFirst().isLiveAt(Instant.now().plusSeconds(3_500)))
                .isTrue();
        assertThat(credentials.getFirst().isLiveAt(Instant.now().plusSeconds(3_700)))
                .isFalse();
        rotate(secret.reveal()).statusCode(200);
        owner.get("/keys/" + issued.getString("key.id")).body("rotatedAt", notNullValue());
    }

    @Test
    void a_lost_answer_is_not_repeated_and_the_old_secret_asks_again() {
        String secret = issue(Map.of("rotation", MONTHLY)).getString("secret");
        rotateOnce(secret, "k").statusCode(200);

        rotateOnce(secret, "k").statusCode(409).body("type", endsWith("/secret-already-shown"));
        rotateOnce(secret, "k2").statusCode(200);
    }

    @Test
    void whoever_issued_it_rotates_a_key_without_rotation() {
        JsonPath issued = issue(Map.of());

        rotate(issued.getString("secret")).statusCode(409).body("type", endsWith("/wrong-state"));

        assertThat(issued.getString("key.rotationDueAt")).isNull();
        assertThat(credentials()).hasSize(1);
    }

    @Test
    void what_gateways_refuse_is_refused_here_and_always_in_the_same_words() {
        JsonPath revoked = issue(Map.of("rotation", MONTHLY));
        owner.act("/keys/" + revoked.getString("key.id") + "/revoke", Map.of()).statusCode(200);
        JsonPath rotated = issue(Map.of("rotation", MONTHLY));
        owner.act("/keys/" + rotated.getString("key.id") + "/rotate", Map.of()).statusCode(200);
        JsonPath elsewhere = issue(Map.of("rotation", MONTHLY, "sources", List.of("203.0.113.0/24")));
        JsonPath good = issue(Map.of("rotation", MONTHLY));
        JsonPath expiring = issue(Map.of(
                "rotation", MONTHLY, "expiresAt", Instant.now().plusMillis(300).toString()));
        String guessed = KeySecret.issue(
                        new Slug("production"), new KeyId(good.getString("key.id")), new SecureRandom())
                .reveal();
        while (Instant.now().isBefore(Instant.parse(expiring.getString("key.expiresAt")))) {
            Thread.onSpinWait();
        }

        String words = refusal("no key at all");
        for (String secret : List.of(
                revoked.getString("secret"),
                rotated.getString("secret"),
                elsewhere.getString("secret"),
                expiring.getString("secret"),
                guessed,
                owner.token())) {
            assertThat(refusal(secret)).isEqualTo(words);
        }
        given().basePath("/api/v1").post("/own-key/rotate").then().statusCode(401);
        rotate(good.getString("secret")).statusCode(200);
    }

    @Test
    void a_key_opens_nothing_else() {
        String secret = issue(Map.of("rotation", MONTHLY)).getString("secret");

        for (String path : List.of("/me", "/keys", "/settings")) {
            given().basePath("/api/v1")
                    .auth()
                    .oauth2(secret)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void a_key_changes_its_own_tenant_alone() {
        Acting other = Acting.ownerOfNewTenant("other");
        String foreign = other.environment("production");
        other.post("/keys", Map.of("name", "theirs", "environmentId", foreign, "rotation", MONTHLY))
                .statusCode(201);
        List<VirtualKeyConfig> before = OutboxContents.of(system, other).live(VirtualKeyConfig.class);

        rotate(issue(Map.of("rotation", MONTHLY)).getString("secret")).statusCode(200);

        assertThat(OutboxContents.of(system, other).live(VirtualKeyConfig.class))
                .isEqualTo(before);
        assertThat(credentials()).hasSize(2);
    }

    @Test
    void rotation_can_be_set_changed_and_taken_away() {
        String id = issue(Map.of()).getString("key.id");
        assertThat(credentials().getLast().notAfter()).isNull();

        owner.put("/keys/" + id, body(Map.of("rotation", MONTHLY)))
                .statusCode(200)
                .body("rotationDueAt", notNullValue());
        Instant end = Objects.requireNonNull(credentials().getLast().notAfter());
        assertThat(end).isAfter(Instant.now().plus(LIFE).minusSeconds(60));

        owner.put("/keys/" + id, body(Map.of("rotation", MONTHLY, "grants", List.of("*"))));
        assertThat(credentials().getLast().notAfter())
                .as("the same rotation counts on")
                .isEqualTo(end);

        owner.put("/keys/" + id, body(Map.of()))
                .statusCode(200)
                .body("rotation", nullValue())
                .body("rotationDueAt", nullValue());
        assertThat(credentials().getLast().notAfter()).isNull();
    }

    @Test
    void a_rotation_that_cannot_be_is_refused_by_field() {
        owner.post("/keys", body(Map.of("rotation", Map.of("everyDays", 0))))
                .statusCode(422)
                .body("errors.field", contains("rotation.everyDays"));
        owner.post("/keys", body(Map.of("rotation", Map.of("everyDays", 1, "overlapSeconds", 86_401))))
                .statusCode(422)
                .body("errors.field", contains("rotation.overlapSeconds"));
    }

    private static String refusal(String secret) {
        return rotate(secret)
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("Tollgate-Revision", nullValue())
                .extract()
                .asString();
    }

    private static ValidatableResponse rotate(String secret) {
        return given().basePath("/api/v1")
                .auth()
                .oauth2(secret)
                .post("/own-key/rotate")
                .then();
    }

    private static ValidatableResponse rotateOnce(String secret, String key) {
        return given().basePath("/api/v1")
                .auth()
                .oauth2(secret)
                .header(Posts.HEADER, key)
                .post("/own-key/rotate")
                .then();
    }

    private Map<String, Object> body(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", "agent");
        body.put("environmentId", environment);
        return body;
    }

    private JsonPath issue(Map<String, Object> more) {
        return owner.post("/keys", body(more)).statusCode(201).extract().jsonPath();
    }

    private List<KeyCredential> credentials() {
        List<VirtualKeyConfig> keys = OutboxContents.of(system, owner).live(VirtualKeyConfig.class);
        assertThat(keys).hasSize(1);
        return keys.getFirst().credentials();
    }
}
