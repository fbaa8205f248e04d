package dev.tollgate.control.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.TokenFence;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SignOutTest {
    private static final String NAME = "https://id.example/realms/tollgate";

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    FakeRealmIssuer realm;

    private Acting owner;
    private String ada;
    private RSAKey key;

    @BeforeEach
    void someoneOfARealm() throws Exception {
        owner = Acting.ownerOfNewTenant("signed-out");
        ada = owner.post("/users", Map.of("email", "ada@example.com", "name", "Ada", "roles", List.of("viewer")))
                .extract()
                .path("user.id");
        key = IssuerTest.rsa("key-1", 2_048);
        String spki = Base64.getEncoder().encodeToString(key.toRSAPublicKey().getEncoded());
        realm.setThere(new Issuer(NAME, List.of(new IssuerKey("key-1", "RS256", spki))));
    }

    @AfterEach
    void away() {
        realm.setThere(null);
    }

    @Test
    void theTokensOfASessionEndWithIt() throws Exception {
        Instant ended = Instant.now().minusSeconds(20);

        said(signed(claims().issueTime(Date.from(ended)), key)).statusCode(200).header("Cache-Control", "no-store");
        said(signed(claims().issueTime(Date.from(ended)), key)).statusCode(200);

        assertThat(person().fences())
                .singleElement()
                .returns(TokenFence.Of.SESSION, TokenFence::of)
                .returns("session-1", TokenFence::id)
                .returns(ended.getEpochSecond(), fence -> fence.until().getEpochSecond());
        assertThat(person().tokensUntil()).isNull();
    }

    @Test
    void withoutASessionAllTokensEnd() throws Exception {
        said(signed(claims().claim("sid", null), key)).statusCode(200);

        assertThat(person().tokensUntil()).isNotNull();
    }

    @Test
    void nobodyElseCanSaySo() throws Exception {
        RSAKey another = IssuerTest.rsa("key-1", 2_048);
        refused(signed(claims(), another));
        refused(new PlainJWT(claims().build()).serialize());
        refused("nonsense");
        refused(signed(claims().audience("somebody"), key));
        refused(signed(claims().issuer("https://evil.example"), key));
        refused(signed(claims().claim("events", Map.of()), key));
        refused(signed(claims().claim("nonce", "n"), key));
        refused(signed(claims().jwtID(null), key));
        refused(signed(claims().subject(null), key));
        refused(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))), key));
        refused(signed(claims().issueTime(Date.from(Instant.now().minusSeconds(600))), key));
        given().basePath("/api/v1")
                .contentType("application/x-www-form-urlencoded")
                .post("/back-channel-logout")
                .then()
                .statusCode(400);

        assertThat(person().fences()).isEmpty();
        assertThat(person().tokensUntil()).isNull();
    }

    @Test
    void someoneUnknownIsNoFault() throws Exception {
        said(signed(claims().subject(UUID.randomUUID().toString()), key)).statusCode(200);

        assertThat(person().fences()).isEmpty();
    }

    private void refused(String token) {
        said(token).statusCode(400);
    }

    private static ValidatableResponse said(String token) {
        return given().basePath("/api/v1")
                .contentType("application/x-www-form-urlencoded")
                .formParam("logout_token", token)
                .post("/back-channel-logout")
                .then();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("tollgate-console")
                .subject(ada)
                .claim("sid", "session-1")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("key-1")
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                claims.build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    private PersonConfig person() {
        List<PersonConfig> all = OutboxContents.of(system, owner).live(PersonConfig.class);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
