package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.identity.TenantScope;
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
import dev.tollgate.model.wire.CredentialSeal;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tollgate's own token is given for one that the server takes, and that one alone is published. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TokenExchangeTest {
    private static final Region LOCAL = new Region("local");
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
    TenantScope scope;

    private final FakeOauthClient provider = new FakeOauthClient();
    private Acting owner;
    private String server;
    private String path;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("exchange");
        server = owner.server("crm", owner.environment("production"));
        path = "/servers/" + server + "/credential";
    }

    private static Map<String, Object> exchange(String... more) {
        Map<String, Object> client = Map.of(
                "issuer",
                ISSUER,
                "clientId",
                "robot",
                "method",
                "CLIENT_SECRET_BASIC",
                "secret",
                "quince-of-the-client");
        Map<String, Object> exchange = new HashMap<>(Map.of("client", client));
        for (int i = 0; i < more.length; i += 2) {
            exchange.put(more[i], more[i + 1]);
        }
        return Map.of("tokenExchange", exchange);
    }

    private static TokenAnswer token(String text) {
        return new TokenAnswer.Tokens(text, null, Instant.now().plus(Duration.ofHours(1)), List.of("read"), "Bearer");
    }

    private Renewals.Outcome renew() {
        Claim claim = tokens.claim(PlacesTest.ROOM).stream()
                .filter(one -> one.token().serverId().equals(UUID.fromString(server)))
                .findFirst()
                .orElseThrow();
        return scope.call(claim.tenant(), () -> renewals.renew(claim, provider));
    }

    private List<CredentialHeader> published() {
        ServerConfig config = OutboxContents.of(system, owner, "local").live(ServerConfig.class).stream()
                .filter(one -> one.id().toString().equals(server))
                .findFirst()
                .orElseThrow();
        SealedCredential sealed = Objects.requireNonNull(config.credential());
        return new CredentialSeal(config.tenant(), config.id(), sealed.version())
                .open(Objects.requireNonNull(sealed.sealed().get("local")), LOCAL, seals.of(LOCAL))
                .orElseThrow();
    }

    @Test
    void theTokenThatItsOwnIsGivenForIsPublished() {
        owner.put(path, exchange("audience", "crm-api"))
                .statusCode(200)
                .body("kind", equalTo("TOKEN_EXCHANGE"))
                .body("tokenExchange.audience", equalTo("crm-api"))
                .body("tokenExchange.client.clientId", equalTo("robot"))
                .body("token.state", equalTo("PENDING"))
                .body(not(containsString("quince")));
        provider.next(token("own-token")).next(token("crm-token"));

        assertThat(renew()).isEqualTo(Renewals.Outcome.RENEWED);

        assertThat(provider.asked()).containsExactly("clientCredentials robot", "exchange own-token");
        assertThat(published()).containsExactly(new CredentialHeader("Authorization", "Bearer crm-token"));
        owner.get(path).body("token.state", equalTo("VALID")).body(not(containsString("-token")));
    }

    @Test
    void theNextOneIsExchangedAgainWhateverCameWithTheFirst() {
        owner.put(path, exchange()).statusCode(200);
        provider.next(token("own-1"))
                .next(new TokenAnswer.Tokens(
                        "crm-1", "for-refreshing", Instant.now().plus(Duration.ofHours(1)), List.of(), "Bearer"));
        renew();
        owner.request().post(path + "/renewal").then().statusCode(202);
        provider.next(token("own-2")).next(token("crm-2"));

        renew();

        assertThat(provider.asked())
                .containsExactly(
                        "clientCredentials robot", "exchange own-1", "clientCredentials robot", "exchange own-2");
        assertThat(published()).containsExactly(new CredentialHeader("Authorization", "Bearer crm-2"));
    }

    @Test
    void withoutATokenOfItsOwnNothingIsExchanged() {
        owner.put(path, exchange()).statusCode(200);
        provider.next(new TokenAnswer.TokenRefused("invalid_client", "who is robot?"));

        assertThat(renew()).isEqualTo(Renewals.Outcome.FAILED);

        assertThat(provider.asked()).containsExactly("clientCredentials robot");
        owner.get(path)
                .body("token.state", equalTo("NEEDS_ATTENTION"))
                .body("token.reason", containsString("invalid_client"));
    }

    @Test
    void aRefusedExchangeNeedsAttentionAndPublishesNotItsOwnToken() {
        owner.put(path, exchange()).statusCode(200);
        provider.next(token("own-token")).next(new TokenAnswer.TokenRefused("invalid_target", "no such audience"));

        assertThat(renew()).isEqualTo(Renewals.Outcome.FAILED);

        owner.get(path)
                .body("token.state", equalTo("NEEDS_ATTENTION"))
                .body("token.reason", containsString("invalid_target"));
        assertThat(OutboxContents.of(system, owner, "local").live(ServerConfig.class))
                .allSatisfy(config -> assertThat(
                                Objects.requireNonNull(config.credential()).lacksToken())
                        .isTrue());
    }

    @Test
    void whatItIsIsCheckedAtItsFields() {
        owner.put(path, Map.of("tokenExchange", Map.of()))
                .statusCode(422)
                .body("errors[0].field", equalTo("tokenExchange.client"));
        owner.put(path, exchange("audience", "two words"))
                .statusCode(422)
                .body("errors[0].field", equalTo("tokenExchange.audience"));
        Map<String, Object> two = new HashMap<>(exchange());
        two.put("headers", List.of(Map.of("name", "X-A", "value", "1")));
        owner.put(path, two).statusCode(422).body("errors[0].message", containsString("stands alone"));
        Map<String, Object> secretless = Map.of("issuer", ISSUER, "clientId", "robot", "method", "CLIENT_SECRET_BASIC");
        owner.put(path, Map.of("tokenExchange", Map.of("client", secretless)))
                .statusCode(422)
                .body("errors[0].field", equalTo("tokenExchange.client.secret"));
    }

    /** The same client of the same provider is shown its secret in either kind. */
    @Test
    void aClientKeepsItsSecretWhenItBeginsToExchange() {
        Map<String, Object> client = new HashMap<>(
                Map.of("issuer", ISSUER, "clientId", "robot", "method", "CLIENT_SECRET_BASIC", "secret", "quince"));
        owner.put(path, Map.of("clientCredentials", client)).statusCode(200);
        client.remove("secret");

        owner.put(path, Map.of("tokenExchange", Map.of("client", client))).statusCode(200);

        client.put("clientId", "other");
        owner.put(path, Map.of("tokenExchange", Map.of("client", client))).statusCode(422);
    }
}
