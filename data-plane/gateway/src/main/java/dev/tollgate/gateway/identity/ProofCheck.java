package dev.tollgate.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.IssuerKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Checks that whoever presents a bound token has its key: a proof for this very request, made just now and taken once
 * (RFC 9449, section 4.3). Each gateway remembers proofs of its own; that is what a nonce of one gateway would cost all
 * others, for a proof that is good for one URL, one token and a minute. Safe from any thread.
 */
final class ProofCheck {
    static final Duration AGE_MAX = Duration.ofSeconds(60);

    private static final JOSEObjectType PROOF = new JOSEObjectType("dpop+jwt");
    private static final int ID_CHARS_MAX = 200;
    private static final int MODULUS_BITS_MIN = 2_048;
    private static final int MODULUS_BITS_MAX = 8_192;

    private final InstantSource clock;
    private final SeenProofs seen;

    ProofCheck(InstantSource clock) {
        this.clock = clock;
        this.seen = new SeenProofs(clock);
    }

    /**
     * @param thumbprint of the key that the token is bound to (RFC 7638, SHA-256)
     * @param tokenHash of the token
     */
    void check(String thumbprint, String tokenHash, Presentation how) throws BadToken {
        if (how.proofs().isEmpty()) {
            throw new BadToken(Cause.PROOF_MISSING);
        }
        try {
            if (how.proofs().size() != 1 || !isGood(SignedJWT.parse(how.proofs().get(0)), thumbprint, tokenHash, how)) {
                throw new BadToken(Cause.PROOF_BAD);
            }
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new BadToken(Cause.PROOF_BAD);
        }
    }

    private boolean isGood(SignedJWT proof, String thumbprint, String tokenHash, Presentation how)
            throws ParseException, JOSEException {
        JWSVerifier verifier = verifier(proof.getHeader(), thumbprint);
        JWTClaimsSet claims = proof.getJWTClaimsSet();
        String url = claims.getStringClaim("htu");
        String id = claims.getJWTID();
        return verifier != null
                && url != null
                && id != null
                && !id.isEmpty()
                && id.length() <= ID_CHARS_MAX
                && how.method().equals(claims.getStringClaim("htm"))
                && how.isThisRequest().test(url)
                && tokenHash.equals(claims.getStringClaim("ath"))
                && isFresh(claims.getIssueTime())
                && proof.verify(verifier)
                && seen.isFirst(thumbprint + " " + id);
    }

    private static @Nullable JWSVerifier verifier(JWSHeader header, String thumbprint) throws JOSEException {
        JWSAlgorithm algorithm = header.getAlgorithm();
        JWK key = header.getJWK();
        boolean wrong = !PROOF.equals(header.getType())
                || !IssuerKey.ALGORITHMS.contains(algorithm.getName())
                || key == null
                || key.isPrivate()
                || !key.computeThumbprint().toString().equals(thumbprint);
        if (wrong) {
            return null;
        }
        return switch (key) {
            case ECKey ec when JWSAlgorithm.Family.EC.contains(algorithm) -> new ECDSAVerifier(ec);
            case RSAKey rsa when JWSAlgorithm.Family.RSA.contains(algorithm) && isFit(rsa) -> new RSASSAVerifier(rsa);
            default -> null;
        };
    }

    /** A weak one proves nothing; a huge one would keep us busy. */
    private static boolean isFit(RSAKey key) {
        return key.size() >= MODULUS_BITS_MIN && key.size() <= MODULUS_BITS_MAX;
    }

    private boolean isFresh(@Nullable Date issued) {
        if (issued == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant at = issued.toInstant();
        return !at.isBefore(now.minus(AGE_MAX)) && !at.isAfter(now.plus(TokenCheck.CLOCKS_APART_MAX));
    }
}
