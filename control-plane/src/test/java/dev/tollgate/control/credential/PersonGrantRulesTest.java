package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-ins that are given for another token, over REST: what is refused, what is shown, and what of it is kept. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonGrantRulesTest {
    private static final String SIGN_IN = "http://127.0.0.1:1908";
    private static final String SERVERS = "http://127.0.0.1:1907";

    @Inject
    TenantScope scope;

    @Inject
    CredentialStore store;

    @Inject
    OauthSecrets secrets;

    @Inject
    GrantClients grants;

    @Inject
    SealAgain sealAgain;

    @Inject
    EntityManager entities;

    private Acting owner;
    private String server;
    private String path;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("grants");
        server = owner.server("crm", owner.environment("production"));
        path = "/servers/" + server + "/credential";
    }

    private static Map<String, Object> signIn() {
        return new HashMap<>(Map.of(
                "who",
                "EACH_PERSON",
                "issuer",
                SIGN_IN,
                "clientId",
                "tollgate",
                "method",
                "CLIENT_SECRET_BASIC",
                "secret",
                "quince-of-the-sign-in"));
    }

    private static Map<String, Object> grant() {
        return new HashMap<>(Map.of(
                "issuer",
                SERVERS,
                "clientId",
                "brought",
                "method",
                "CLIENT_SECRET_POST",
                "secret",
                "quince-of-the-grant"));
    }

    private ValidatableResponse put(Map<String, Object> signIn) {
        return owner.put(path, Map.of("oauth", signIn));
    }

    private void isRefused(String field, Map<String, Object> signIn) {
        put(signIn).statusCode(422).body("errors.field", hasItem(field)).body(not(containsString("quince")));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }

    private <T> T row(Function<CredentialRow, T> read) {
        return scope.call(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .call(() ->
                                read.apply(store.find(UUID.fromString(server)).orElseThrow())));
    }

    private Optional<byte[]> sealedGrant() {
        return row(row -> Optional.ofNullable(row.sealedGrant));
    }

    private ClientIdentity brought() {
        return row(row ->
                grants.identity(row, Objects.requireNonNull(secrets.shown(row).idJag()), row.tenant()));
    }

    private static ClientIdentity brought(String secret) {
        return new ClientIdentity.Secret("brought", secret, ClientIdentity.SecretMethod.POST);
    }

    @Test
    void anExchangeIsShownAndTheSignInHasNoResource() {
        put(with(signIn(), "exchange", Map.of("audience", "crm-api", "scopes", List.of("crm.read"))))
                .statusCode(200)
                .body("kind", equalTo("PERSON_TOKEN_EXCHANGE"))
                .body("oauth.exchange.audience", equalTo("crm-api"))
                .body("oauth.exchange.subject", equalTo("ACCESS_TOKEN"))
                .body("oauth.exchange.scopes", equalTo(List.of("crm.read")))
                .body("oauth.withoutResource", equalTo(true))
                .body("oauth.scopes", equalTo(List.of()))
                .body("token", nullValue())
                .body(not(containsString("quince")));
    }

    @Test
    void aGrantIsShownWithoutItsSecretAndTheSignInAsksForAnIdToken() {
        put(with(signIn(), "idJag", grant()))
                .statusCode(200)
                .body("kind", equalTo("PERSON_ID_JAG"))
                .body("oauth.idJag.issuer", equalTo(SERVERS))
                .body("oauth.idJag.clientId", equalTo("brought"))
                .body("oauth.scopes", equalTo(List.of("openid")))
                .body(not(containsString("quince")));
        put(with(with(signIn(), "exchange", Map.of("subject", "ID_TOKEN")), "scopes", List.of("email")))
                .statusCode(200)
                .body("oauth.scopes", equalTo(List.of("openid", "email")));
    }

    @Test
    void whatItIsIsCheckedAtItsFields() {
        isRefused("oauth.idJag", with(with(signIn(), "exchange", Map.of()), "idJag", grant()));
        isRefused("oauth.who", with(with(signIn(), "exchange", Map.of()), "who", "TENANT"));
        isRefused("oauth.clientId", with(Map.of("who", "EACH_PERSON", "exchange", Map.of())));
        isRefused("oauth.resource", with(with(signIn(), "exchange", Map.of()), "resource", "https://crm.example"));
        isRefused("oauth.exchange.audience", with(signIn(), "exchange", Map.of("audience", "two words")));
        isRefused("oauth.exchange.scopes", with(signIn(), "exchange", Map.of("scopes", List.of("two words"))));
        isRefused("oauth.exchange.resource", with(signIn(), "exchange", Map.of("resource", "no-address")));
        isRefused("oauth.idJag.issuer", with(signIn(), "idJag", Map.of("clientId", "brought")));
        isRefused("oauth.idJag.issuer", with(signIn(), "idJag", with(grant(), "issuer", "http://10.0.0.1")));
        isRefused("oauth.idJag.method", with(signIn(), "idJag", without(grant(), "method")));
        isRefused("oauth.idJag.secret", with(signIn(), "idJag", without(grant(), "secret")));
        isRefused("oauth.idJag.resource", with(signIn(), "idJag", with(grant(), "resource", "no-address")));
    }

    private static Map<String, Object> with(Map<String, Object> body) {
        return new HashMap<>(body);
    }

    private static Map<String, Object> without(Map<String, Object> body, String name) {
        body.remove(name);
        return body;
    }

    /** Nobody else is shown it. */
    @Test
    void theGrantsSecretStaysForTheSameClientOfTheSameIssuer() {
        put(with(signIn(), "idJag", grant())).statusCode(200);

        put(with(signIn(), "idJag", without(with(grant(), "scopes", List.of("crm.read")), "secret")))
                .statusCode(200);

        assertThat(brought()).isEqualTo(brought("quince-of-the-grant"));
        isRefused(
                "oauth.idJag.secret",
                with(signIn(), "idJag", without(with(grant(), "issuer", "http://127.0.0.1:1906"), "secret")));
        put(with(signIn(), "exchange", Map.of())).statusCode(200);
        assertThat(sealedGrant()).as("gone with the kind").isEmpty();
    }

    @Test
    void theGrantsSecretIsSealedAnewWithTheRest() {
        put(with(signIn(), "idJag", grant())).statusCode(200);
        sealAgain.sealAgain();
        byte[] before = sealedGrant().orElseThrow();
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(
                                        "update upstream_credential set sealed_by = 'an-older-one' where server_id = :server")
                                .setParameter("server", UUID.fromString(server))
                                .executeUpdate()));

        assertThat(sealAgain.sealAgain()).isEqualTo(1);

        assertThat(sealedGrant().orElseThrow()).isNotEqualTo(before);
        assertThat(brought()).isEqualTo(brought("quince-of-the-grant"));
    }
}
