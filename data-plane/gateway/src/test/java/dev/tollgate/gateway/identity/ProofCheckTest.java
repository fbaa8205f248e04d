package dev.tollgate.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestIssuer;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.identity.Identification.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 9449, section 4.3, point by point. */
class ProofCheckTest {
    private static final String URL = "https://mcp.example/mcp";
    private static final Instant START = Instant.parse("2026-11-29T07:00:00Z");

    private Instant now = START;
    private final TestSnapshots snapshots = new TestSnapshots();
    private final TestTenant tenant = new TestTenant();
    private final TokenCheck check = new TokenCheck(snapshots.snapshots(), Set.of(URL), (InstantSource) () -> now);
    private TestIssuer issuer;
    private ECKey holder;
    private String token;
    private int proofs;

    @BeforeEach
    void aBoundToken() throws JOSEException {
        issuer = new TestIssuer(tenant, URL, START);
        snapshots.publish(tenant);
        holder = TestIssuer.ecKey("h");
        token = issuer.token(claims -> claims.claim("typ", "DPoP").claim("cnf", Map.of("jkt", thumbprint(holder))));
    }

    @Test
    void takesABoundTokenWithEachProofOnce() throws JOSEException {
        String proof = proof(claims -> claims);

        assertThat(identify(token, true, proof)).isInstanceOf(Identification.Known.class);
        assertThat(identify(token, true, proof)).isEqualTo(unknown(Cause.PROOF_BAD));
        assertThat(identify(token, true, proof(claims -> claims))).isInstanceOf(Identification.Known.class);
    }

    @Test
    void remembersAProofForAsLongAsItCouldBeTakenAgain() throws JOSEException {
        String late = proof(claims -> claims.issueTime(Date.from(START.plusSeconds(30))));
        assertThat(identify(token, true, late)).isInstanceOf(Identification.Known.class);

        for (int seconds = 1; seconds <= 90; seconds++) {
            now = START.plusSeconds(seconds);
            assertThat(identify(token, true, late)).as("after %d s", seconds).isEqualTo(unknown(Cause.PROOF_BAD));
        }
    }

    @Test
    void refusesABoundTokenWithoutItsProof() throws JOSEException {
        assertThat(identify(token, false)).isEqualTo(unknown(Cause.PROOF_MISSING));
        assertThat(identify(token, false, proof(claims -> claims))).isEqualTo(unknown(Cause.PROOF_MISSING));
        assertThat(identify(token, true)).isEqualTo(unknown(Cause.PROOF_MISSING));
    }

    @Test
    void takesATokenThatIsNotBoundAsABearersAlone() throws JOSEException {
        String unbound = issuer.token();

        assertThat(identify(unbound, true, proof(claims -> claims))).isEqualTo(unknown(Cause.TOKEN_NOT_BOUND));
        assertThat(identify(unbound, false, proof(claims -> claims))).isInstanceOf(Identification.Known.class);
    }

    @Test
    void refusesATokenThatIsBoundInAnUnknownWay() throws JOSEException {
        String certificate = issuer.token(claims -> claims.claim("cnf", Map.of("x5t#S256", "abc")));

        assertThat(identify(certificate, false)).isEqualTo(unknown(Cause.TOKEN_OF_ANOTHER_KIND));
    }

    @Test
    void refusesAProofThatIsForSomethingElse() throws JOSEException {
        bad(claims -> claims.claim("htm", "GET"));
        bad(claims -> claims.claim("htm", null));
        bad(claims -> claims.claim("htu", "https://other.example/mcp"));
        bad(claims -> claims.claim("htu", null));
        bad(claims -> claims.claim("ath", TokenHash.of("another token")));
        bad(claims -> claims.claim("ath", null));
        bad(claims -> claims.jwtID(null));
        bad(claims -> claims.jwtID("x".repeat(201)));
        bad(claims -> claims.issueTime(null));
        bad(claims -> claims.issueTime(Date.from(START.minusSeconds(61))));
        bad(claims -> claims.issueTime(Date.from(START.plusSeconds(31))));
    }

    @Test
    void refusesAProofByAnotherKeyOrWithoutOne() throws JOSEException {
        ECKey thief = TestIssuer.ecKey("t");
        JWTClaimsSet claims = claims().build();
        JOSEObjectType type = new JOSEObjectType("dpop+jwt");
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type);

        bad(TestIssuer.proof(thief, all -> all, claims()));
        // The holder's key in the header, the thief's signature under it.
        bad(TestIssuer.sign(header.jwk(holder.toPublicJWK()).build(), claims, new ECDSASigner(thief)));
        bad(TestIssuer.sign(header.jwk(null).build(), claims, new ECDSASigner(holder)));
        bad(TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .jwk(holder.toPublicJWK())
                        .build(),
                claims,
                new ECDSASigner(holder)));
        bad(TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(type)
                        .jwk(holder.toPublicJWK())
                        .build(),
                claims,
                new MACSigner(new byte[32])));
        bad("no proof");
        assertThat(identify(token, true, proof(all -> all), proof(all -> all))).isEqualTo(unknown(Cause.PROOF_BAD));
    }

    private void bad(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        bad(proof(change));
    }

    private void bad(String proof) {
        assertThat(identify(token, true, proof)).isEqualTo(unknown(Cause.PROOF_BAD));
    }

    private Identification identify(String presented, boolean withProof, String... with) {
        return check.identify(presented, new Presentation(withProof, List.of(with), "POST", URL::equals));
    }

    private static Identification unknown(Cause why) {
        return new Identification.Unknown(why);
    }

    private String proof(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return TestIssuer.proof(holder, change, claims());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .claim("htm", "POST")
                .claim("htu", URL)
                .claim("ath", TokenHash.of(token))
                .jwtID("proof-" + proofs++)
                .issueTime(Date.from(START));
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
