package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client credentials: asked for, published, renewed by one holder, and what is said when that fails. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TokenRenewalTest {
    private static final Region LOCAL = new Region("local");
    private static final String SECRET = "quince-of-the-client";
    private static final String ISSUER = "http://127.0.0.1:1908";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RegionSeals seals;

    @Inject
    TokenStore tokens;

    @Inject
    Renewals renewals;

    @Inject
    SealAgain sealAgain;

    @Inject
    TenantScope scope;

    @Inject
    EntityManager entities;

    private final FakeOauthClient provider = new FakeOauthClient();
    private Acting owner;
    private String server;
    private String path;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("token");
        server = owner.server("crm", owner.environment("production"));
        path = "/servers/" + server + "/credential";
    }

    private static Map<String, Object> client(String method, String... more) {
        Map<String, Object> client = new HashMap<>(Map.of("issuer", ISSUER, "clientId", "robot", "method", method));
        for (int i = 0; i < more.length; i += 2) {
            client.put(more[i], more[i + 1]);
        }
        return Map.of("clientCredentials", client);
    }

    private void given() {
        owner.put(path, client("CLIENT_SECRET_BASIC", "secret", SECRET)).statusCode(200);
    }

    private static TokenAnswer token(String text, Duration life) {
        return new TokenAnswer.Tokens(text, null, Instant.now().plus(life), List.of("read"), "bearer");
    }

    private static TokenAnswer refused() {
        return new TokenAnswer.TokenRefused("invalid_client", "who is robot?");
    }

    private Optional<Claim> claim() {
        return tokens.claim(PlacesTest.ROOM).stream()
                .filter(claim -> claim.token().serverId().toString().equals(server))
                .findFirst();
    }

    private Renewals.Outcome renewAs(Claim claim) {
        return scope.call(claim.tenant(), () -> renewals.renew(claim, provider));
    }

    private Renewals.Outcome renew(TokenAnswer answer) {
        provider.next(answer);
        return renewAs(claim().orElseThrow());
    }

    private void set(String columns) {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update upstream_token set " + columns
                                        + " where server_id = cast(:server as uuid)")
                                .setParameter("server", server)
                                .executeUpdate()));
    }

    private ServerConfig published() {
        return OutboxContents.of(system, owner, "local").live(ServerConfig.class).stream()
                .filter(config -> config.id().toString().equals(server))
                .findFirst()
                .orElseThrow();
    }

    private SealedCredential credential() {
        return Objects.requireNonNull(published().credential());
    }

    private List<CredentialHeader> opened() {
        ServerConfig config = published();
        SealedCredential sealed = Objects.requireNonNull(config.credential());
        return new CredentialSeal(config.tenant(), config.id(), sealed.version())
                .open(Objects.requireNonNull(sealed.sealed().get("local")), LOCAL, seals.of(LOCAL))
                .orElseThrow();
    }

    @Test
    void theTokenAndNotTheSecretIsPublished() {
        given();
        owner.get(path)
                .body("kind", equalTo("CLIENT_CREDENTIALS"))
                .body("clientCredentials.clientId", equalTo("robot"))
                .body("token.state", equalTo("PENDING"));
        assertThat(credential().lacksToken()).isTrue();

        assertThat(renew(token("token-1", Duration.ofHours(2)))).isEqualTo(Renewals.Outcome.RENEWED);

        assertThat(opened()).containsExactly(new CredentialHeader("Authorization", "Bearer token-1"));
        owner.get(path)
                .body("token.state", equalTo("VALID"))
                .body("token.scopes", equalTo(List.of("read")))
                .body("token.expiresAt", notNullValue())
                .body(not(containsString(SECRET)))
                .body(not(containsString("token-1")));
        assertThat(claim()).as("not due before half its life").isEmpty();
    }

    @Test
    void aRenewedTokenStandsUnderTheSameVersion() {
        given();
        renew(token("token-1", Duration.ofHours(2)));
        SealedCredential before = credential();
        owner.request().post(path + "/renewal").then().statusCode(202);

        renew(token("token-2", Duration.ofHours(2)));

        assertThat(credential().version()).isEqualTo(before.version());
        assertThat(opened().getFirst().value()).isEqualTo("Bearer token-2");
        assertThat(provider.asked()).containsExactly("clientCredentials robot", "clientCredentials robot");
        assertThat(OutboxContents.of(system, owner, "local").digestsMatch()).doesNotContain(false);
    }

    @Test
    void ofManyHoldersAtOneMomentOneHasIt() throws Exception {
        given();
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            List<Future<List<Claim>>> claims =
                    replicas.invokeAll(Collections.nCopies(8, () -> tokens.claim(PlacesTest.ROOM)));

            long won = 0;
            for (Future<List<Claim>> claim : claims) {
                won += claim.get().stream()
                        .filter(one -> one.token().serverId().toString().equals(server))
                        .count();
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void whoHeldItTooLongWritesNothing() {
        given();
        Claim slow = claim().orElseThrow();
        assertThat(claim()).as("held by another").isEmpty();
        set("held_until = now() - interval '1 second'");
        Claim next = claim().orElseThrow();
        provider.next(token("of-the-next", Duration.ofHours(2)));
        assertThat(renewAs(next)).isEqualTo(Renewals.Outcome.RENEWED);

        provider.next(token("of-the-slow", Duration.ofHours(2)));
        assertThat(renewAs(slow)).isEqualTo(Renewals.Outcome.LOST);

        assertThat(opened().getFirst().value()).isEqualTo("Bearer of-the-next");
        assertThat(provider.asked()).as("it asks nobody either").hasSize(1);
    }

    @Test
    void anotherCredentialMeanwhileIsNotGivenTheTokenOfTheOldOne() {
        given();
        Claim old = claim().orElseThrow();
        FakeOauthClient slow = new FakeOauthClient() {
            @Override
            public TokenAnswer clientCredentials(Access access) {
                owner.put(path, client("CLIENT_SECRET_POST", "secret", "another"))
                        .statusCode(200);
                return token("of-the-old", Duration.ofHours(2));
            }
        };

        Renewals.Outcome outcome = scope.call(old.tenant(), () -> renewals.renew(old, slow));

        assertThat(outcome).isEqualTo(Renewals.Outcome.LOST);
        assertThat(credential().lacksToken()).isTrue();
        owner.get(path).body("token.state", equalTo("PENDING"));
    }

    @Test
    void aRefusalNeedsAttentionAndTheTokenServesToItsEnd() {
        given();
        renew(token("token-1", Duration.ofHours(2)));
        set("next_at = now()");

        assertThat(renew(refused())).isEqualTo(Renewals.Outcome.FAILED);

        assertThat(opened().getFirst().value()).isEqualTo("Bearer token-1");
        owner.get(path)
                .body("token.state", equalTo("NEEDS_ATTENTION"))
                .body("token.reason", equalTo("the provider refuses: invalid_client (who is robot?)"))
                .body("token.nextAt", notNullValue());
        owner.get("/alerts").body("items.title", hasSize(1)).body("items[0].text", containsString("who is robot?"));
        set("next_at = now(), expires_at = now()");
        renew(refused());
        owner.get("/alerts").body("items", hasSize(1));
        assertThat(credential().lacksToken()).isTrue();
        owner.get(path).body("token.expiresAt", nullValue()).body("token.nextAt", nullValue());
        assertThat(claim()).as("nobody asks again by themselves").isEmpty();
        owner.request().post(path + "/renewal").then().statusCode(202);
        renew(token("token-2", Duration.ofHours(2)));
        assertThat(opened().getFirst().value()).isEqualTo("Bearer token-2");
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainAndAtLastSomebodyHasToLook() {
        given();
        for (int i = 1; i <= RenewalTimes.ATTEMPTS_MAX; i++) {
            set("next_at = now()");
            renew(new TokenAnswer.ProviderAway("does not answer", null));
            owner.get(path)
                    .body("token.state", equalTo(i < RenewalTimes.ATTEMPTS_MAX ? "RETRYING" : "NEEDS_ATTENTION"))
                    .body("token.reason", equalTo("the provider does not answer"))
                    .body("token.nextAt", notNullValue());
        }
    }

    @Test
    void whatNoHeaderCanHoldIsNotPublished() {
        given();

        renew(token("to\nken", Duration.ofHours(2)));

        assertThat(credential().lacksToken()).isTrue();
        owner.get(path).body("token.reason", containsString("no header can hold"));
    }

    @Test
    void aSecretIsShownToNobodyWhomItWasNotGivenFor() {
        owner.put(path, client("CLIENT_SECRET_BASIC"))
                .statusCode(422)
                .body("errors[0].field", equalTo("clientCredentials.secret"));
        given();
        owner.put(path, client("CLIENT_SECRET_POST")).statusCode(200);

        owner.put(path, client("CLIENT_SECRET_POST", "issuer", "http://127.0.0.1:1907"))
                .statusCode(422)
                .body("errors[0].field", equalTo("clientCredentials.secret"));
        owner.put(path, client("CLIENT_SECRET_POST", "issuer", "http://8.8.8.8", "secret", SECRET))
                .statusCode(422)
                .body("errors[0].field", equalTo("clientCredentials.issuer"))
                .body("errors[0].message", equalTo("is an https address"));
        owner.put(path, Map.of()).statusCode(422);
        owner.put(path, client("PRIVATE_KEY_JWT", "secret", SECRET)).statusCode(422);
    }

    @Test
    void ofAKeyThePublicHalfAloneIsSeenAndItStays() {
        owner.put(path, client("PRIVATE_KEY_JWT"))
                .statusCode(200)
                .body("clientCredentials.publicKey.kty", equalTo("EC"))
                .body("clientCredentials.publicKey.d", nullValue());
        String kid = owner.get(path).extract().path("clientCredentials.publicKey.kid");

        owner.put(path, client("PRIVATE_KEY_JWT")).statusCode(200);

        owner.get(path).body("clientCredentials.publicKey.kid", equalTo(kid));
        owner.put(path, Map.of("headers", List.of(Map.of("name", "X-A", "value", "1"))))
                .statusCode(200);
        owner.get(path).body("token", nullValue()).body("clientCredentials", nullValue());
        owner.request().post(path + "/renewal").then().statusCode(409);
        assertThat(opened().getFirst().name()).isEqualTo("X-A");
    }

    @Test
    void aTokenIsSealedAnewWithTheRest() {
        given();
        renew(token("token-1", Duration.ofHours(2)));
        sealAgain.sealAgain();
        set("sealed_by = 'an-older-one'");

        assertThat(sealAgain.sealAgain()).isEqualTo(1);

        assertThat(sealAgain.sealAgain()).isZero();
        assertThat(opened().getFirst().value()).isEqualTo("Bearer token-1");
    }

    @Test
    void othersAskForNothing() {
        given();

        owner.colleague("viewer").request().post(path + "/renewal").then().statusCode(403);
        Acting.ownerOfNewTenant("other")
                .request()
                .post(path + "/renewal")
                .then()
                .statusCode(404);
    }
}
