package dev.tollgate.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestIssuer;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.TokenFence;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.Slug;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCheckTest {
    private static final String RESOURCE = "https://mcp.example/mcp";
    private static final Instant START = Instant.parse("2026-11-29T07:00:00Z");
    private static final Presentation BEARER = new Presentation(false, List.of(), "POST", _ -> false);

    private Instant now = START;
    private final TestSnapshots snapshots = new TestSnapshots();
    private final TestTenant tenant = new TestTenant();
    private final TokenCheck check = new TokenCheck(snapshots.snapshots(), Set.of(RESOURCE), (InstantSource) () -> now);
    private TestIssuer issuer;

    @BeforeEach
    void aTenantWithAPerson() throws JOSEException {
        issuer = new TestIssuer(tenant, RESOURCE, START);
        snapshots.publish(tenant);
    }

    @Test
    void knowsWhoseAGoodTokenIsAndForWhichClient() throws JOSEException {
        Identification found = check.identify(issuer.token(), BEARER);

        assertThat(found).isInstanceOfSatisfying(Identification.Known.class, known -> {
            assertThat(known.snapshot().tenant()).isEqualTo(tenant.id);
            assertThat(known.key().owner()).isEqualTo(issuer.user);
            assertThat(known.key().environment()).isEqualTo(tenant.environment);
            assertThat(known.key().grants()).isEmpty();
            assertThat(known.token()).isNotNull();
            assertThat(known.token().client()).isEqualTo(TestIssuer.CLIENT);
            assertThat(known.token().scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.CALL);
        });
    }

    @Test
    void knowsThePersonsTenantWhereATokenNamesNone() throws JOSEException {
        TestTenant neighbours = new TestTenant();
        new TestIssuer(neighbours, RESOURCE, START);
        snapshots.publish(neighbours);

        Identification found = check.identify(issuer.token(claims -> claims.claim("organization", null)), BEARER);

        assertThat(found)
                .isInstanceOfSatisfying(
                        Identification.Known.class,
                        known -> assertThat(known.snapshot().tenant()).isEqualTo(tenant.id));
    }

    @Test
    void comesToTheEnvironmentThatTheTenantNamesAndToNoOtherWhereThatIsUnknown() throws JOSEException {
        EnvironmentConfig named =
                new EnvironmentConfig(tenant.id, new EnvironmentId(UUID.randomUUID()), new Slug("people"));
        tenant.put(named);
        tenant.put(issuer.signIn(List.of(TestIssuer.issuerKey(issuer.key))).withEnvironment(named.id()));
        snapshots.publish(tenant);
        assertThat(known(issuer.token()).key().environment()).isEqualTo(named.id());

        tenant.put(issuer.signIn(List.of(TestIssuer.issuerKey(issuer.key)))
                .withEnvironment(new EnvironmentId(UUID.randomUUID())));
        snapshots.publish(tenant);

        assertThat(check.identify(issuer.token(), BEARER))
                .isEqualTo(new Identification.Unknown(Identification.Cause.NO_ENVIRONMENT));
    }

    @Test
    void isOneCallerWhateverTheTokenAndTheRevision() throws JOSEException {
        var first = known(issuer.token());
        tenant.put(new EnvironmentConfig(tenant.id, tenant.environment, new Slug("prod")));
        snapshots.publish(tenant);
        var later = known(issuer.token(claims -> claims.claim("azp", "another-client")));

        assertThat(later.key().id()).isEqualTo(first.key().id());
        assertThat(later.snapshot().revision()).isGreaterThan(first.snapshot().revision());
        assertThat(snapshots.snapshots().ofKey(first.key().id()))
                .as("no key can be presented for it")
                .isNull();
    }

    @Test
    void takesAnAccessTokenThatItsHeaderCallsOne() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        JWTClaimsSet claims = issuer.claims()
                .claim("typ", null)
                .claim("azp", null)
                .claim("client_id", "c")
                .build();

        assertThat(token(TestIssuer.sign(header, claims, new RSASSASigner(issuer.key)))
                        .client())
                .isEqualTo("c");
    }

    @Test
    void refusesWhatIsNoAccessToken() throws JOSEException {
        refused(Cause.TOKEN_OF_ANOTHER_KIND, issuer.token(claims -> claims.claim("typ", "ID")));
        refused(Cause.TOKEN_OF_ANOTHER_KIND, issuer.token(claims -> claims.claim("typ", "Refresh")));
        refused(Cause.TOKEN_OF_ANOTHER_KIND, issuer.token(claims -> claims.claim("typ", "Logout")));
        refused(Cause.TOKEN_OF_ANOTHER_KIND, issuer.token(claims -> claims.claim("typ", null)));
    }

    @Test
    void refusesATokenForAnother() throws JOSEException {
        refused(Cause.TOKEN_FOR_ANOTHER, issuer.token(claims -> claims.audience("tollgate-api")));
        refused(Cause.TOKEN_FOR_ANOTHER, issuer.token(claims -> claims.audience("https://mcp.example")));
        refused(Cause.TOKEN_FOR_ANOTHER, issuer.token(claims -> claims.audience(List.of())));
    }

    @Test
    void refusesATokenThatIsSignedByNobodyOrByAnother() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2_048).keyID("key-1").generate();
        JWTClaimsSet claims = issuer.claims().build();

        refused(Cause.TOKEN_MALFORMED, new PlainJWT(claims).serialize());
        refused(
                Cause.TOKEN_NOT_TRUSTED,
                TestIssuer.sign(TestIssuer.header(JWSAlgorithm.RS256, "key-1"), claims, new RSASSASigner(another)));
        String good = issuer.token();
        refused(Cause.TOKEN_NOT_TRUSTED, good.substring(0, good.lastIndexOf('.') + 1) + "AAAA");
    }

    @Test
    void refusesASignatureWithThePublicKeyAsASharedSecret() throws JOSEException {
        byte[] publicKey = issuer.key.toRSAPublicKey().getEncoded();
        String pem = Base64.getEncoder().encodeToString(publicKey);
        for (byte[] secret : List.of(publicKey, pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            refused(
                    Cause.TOKEN_NOT_TRUSTED,
                    TestIssuer.sign(
                            TestIssuer.header(JWSAlgorithm.HS256, "key-1"),
                            issuer.claims().build(),
                            new MACSigner(secret)));
        }
    }

    @Test
    void refusesAnotherAlgorithmThanTheKeysAndAnUnknownKey() throws JOSEException {
        JWTClaimsSet claims = issuer.claims().build();

        refused(
                Cause.TOKEN_NOT_TRUSTED,
                TestIssuer.sign(TestIssuer.header(JWSAlgorithm.PS256, "key-1"), claims, new RSASSASigner(issuer.key)));
        refused(
                Cause.UNKNOWN_SIGNING_KEY,
                TestIssuer.sign(TestIssuer.header(JWSAlgorithm.RS256, "key-2"), claims, new RSASSASigner(issuer.key)));
    }

    @Test
    void followsTheIssuersKeysAndForgetsThoseThatAreGone() throws JOSEException {
        ECKey next = TestIssuer.ecKey("key-2");
        String old = issuer.token();
        String fresh = TestIssuer.sign(
                TestIssuer.header(JWSAlgorithm.ES256, "key-2"), issuer.claims().build(), new ECDSASigner(next));
        assertThat(check.identify(old, BEARER)).isInstanceOf(Identification.Known.class);
        refused(Cause.UNKNOWN_SIGNING_KEY, fresh);

        tenant.put(issuer.signIn(List.of(TestIssuer.issuerKey(issuer.key), TestIssuer.issuerKey(next))));
        snapshots.publish(tenant);
        assertThat(check.identify(old, BEARER)).isInstanceOf(Identification.Known.class);
        assertThat(check.identify(fresh, BEARER)).isInstanceOf(Identification.Known.class);

        tenant.put(issuer.signIn(List.of(TestIssuer.issuerKey(next))));
        snapshots.publish(tenant);
        refused(Cause.UNKNOWN_SIGNING_KEY, old);
        assertThat(check.identify(fresh, BEARER)).isInstanceOf(Identification.Known.class);
    }

    @Test
    void refusesWhoIsNoneOfTheTenantsPeople() throws JOSEException {
        TestTenant neighbours = new TestTenant();
        TestIssuer theirs = new TestIssuer(neighbours, RESOURCE, START);
        snapshots.publish(neighbours);

        refused(
                Cause.NO_MEMBER,
                issuer.token(claims -> claims.claim("organization", null).subject("somebody")));
        refused(
                Cause.TOKEN_NOT_TRUSTED,
                issuer.token(claims -> claims.claim("organization", null).subject(theirs.person)));
        refused(Cause.NO_MEMBER, issuer.token(claims -> claims.claim("organization", List.of("acme"))));
        refused(
                Cause.NO_MEMBER,
                issuer.token(claims -> claims.claim("organization", Map.of("acme", Map.of("id", "unknown")))));
        refused(
                Cause.NO_MEMBER,
                issuer.token(claims -> claims.claim(
                        "organization",
                        Map.of(
                                "acme",
                                Map.of("id", issuer.organization),
                                "globex",
                                Map.of("id", theirs.organization)))));
        refused(Cause.NO_MEMBER, issuer.token(claims -> claims.issuer("https://evil.example")));
        refused(Cause.NO_MEMBER, issuer.token(claims -> claims.subject("somebody")));
        refused(Cause.NO_MEMBER, issuer.token(claims -> claims.subject(theirs.person)));
        // Signed by their issuer's key, which is none of ours.
        refused(
                Cause.TOKEN_NOT_TRUSTED,
                theirs.token(claims -> claims.subject(issuer.person)
                        .claim("organization", Map.of("acme", Map.of("id", issuer.organization)))));
        assertThat(known(theirs.token()).snapshot().tenant()).isEqualTo(neighbours.id);
    }

    @Test
    void refusesATokenBeforeAndAfterItsTime() throws JOSEException {
        String token = issuer.token();
        now = START.plusSeconds(290 + 29);
        assertThat(check.identify(token, BEARER)).isInstanceOf(Identification.Known.class);

        now = START.plusSeconds(290 + 30);
        refusedFor(RefusalReason.TOKEN_EXPIRED, token);
        now = START;
        refusedFor(
                RefusalReason.TOKEN_EXPIRED,
                issuer.token(claims -> claims.issueTime(Date.from(START.plusSeconds(60)))));
        refused(
                Cause.TOKEN_OF_ANOTHER_KIND,
                issuer.token(claims -> claims.notBeforeTime(Date.from(START.plusSeconds(60)))));
        refused(Cause.TOKEN_MALFORMED, issuer.token(claims -> claims.expirationTime(null)));
        refused(Cause.TOKEN_MALFORMED, issuer.token(claims -> claims.issueTime(null)));
        refused(
                Cause.TOKEN_OF_ANOTHER_KIND,
                issuer.token(claims -> claims.expirationTime(Date.from(START.plusSeconds(86_500)))));
    }

    @Test
    void refusesTokensBehindAFenceAndTakesThoseAfterIt() throws JOSEException {
        String before = issuer.token(claims -> claims.issueTime(Date.from(START.minusSeconds(5))));
        String after = issuer.token(claims -> claims.issueTime(Date.from(START.minusSeconds(4))));
        String other = issuer.token(claims -> claims.issueTime(Date.from(START.minusSeconds(5)))
                .claim("azp", "other")
                .claim("sid", "other"));
        assertThat(check.identify(before, BEARER)).isInstanceOf(Identification.Known.class);
        for (PersonConfig fenced : List.of(
                fenced(TokenFence.Of.CLIENT, TestIssuer.CLIENT), fenced(TokenFence.Of.SESSION, TestIssuer.SESSION))) {
            tenant.put(fenced);
            snapshots.publish(tenant);

            refusedFor(RefusalReason.GRANT_REVOKED, before);
            assertThat(check.identify(after, BEARER)).isInstanceOf(Identification.Known.class);
            assertThat(check.identify(other, BEARER)).isInstanceOf(Identification.Known.class);
        }

        tenant.put(issuer.person().endingAll(START.minusSeconds(5)));
        snapshots.publish(tenant);
        refusedFor(RefusalReason.GRANT_REVOKED, other);
        assertThat(check.identify(after, BEARER)).isInstanceOf(Identification.Known.class);
    }

    @Test
    void refusesWhoIsDisabledOrGoneAtOnce() throws JOSEException {
        String token = issuer.token();
        AccessToken letIn = token(token);

        tenant.put(issuer.person().enabled(false));
        snapshots.publish(tenant);
        refusedFor(RefusalReason.USER_DISABLED, token);
        assertThat(check.again(letIn)).isInstanceOf(Identification.Refused.class);

        tenant.remove(issuer.person());
        TestSnapshots without = new TestSnapshots();
        without.publish(tenant);
        assertThat(new TokenCheck(without.snapshots(), Set.of(RESOURCE), InstantSource.fixed(START))
                        .identify(token, BEARER))
                .isEqualTo(new Identification.Unknown(Cause.NO_MEMBER));
    }

    @Test
    void takesNoTokenWhereNobodySignsIn() throws JOSEException {
        TokenCheck closed = new TokenCheck(snapshots.snapshots(), Set.of(), InstantSource.fixed(START));

        assertThat(closed.identify(issuer.token(), BEARER))
                .isEqualTo(new Identification.Unknown(Cause.TOKEN_FOR_ANOTHER));
    }

    @Test
    void refusesWhatOnlyLooksLikeAToken() {
        for (String text : List.of("eyJ", "eyJ.eyJ.eyJ", "eyJhbGciOiJSUzI1NiJ9..", "eyJ" + "A".repeat(20_000))) {
            refused(Cause.TOKEN_MALFORMED, text);
        }
    }

    private PersonConfig fenced(TokenFence.Of of, String id) {
        return issuer.person().ending(new TokenFence(of, id, START.minusSeconds(5)));
    }

    private Identification.Known known(String token) {
        Identification found = check.identify(token, BEARER);
        assertThat(found).isInstanceOf(Identification.Known.class);
        return (Identification.Known) found;
    }

    private AccessToken token(String token) {
        return Objects.requireNonNull(known(token).token());
    }

    private void refused(Cause why, String token) {
        assertThat(check.identify(token, BEARER)).isEqualTo(new Identification.Unknown(why));
    }

    private void refusedFor(RefusalReason why, String token) {
        assertThat(check.identify(token, BEARER))
                .isInstanceOfSatisfying(
                        Identification.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }
}
