package dev.tollgate.control.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Set;

/** A key that Tollgate signs statements about itself with; providers know its public half. */
public final class AssertionKey {
    private static final Set<String> ALGORITHMS = Set.of("ES256", "ES384", "ES512", "RS256", "PS256");

    private final JWK key;
    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;

    private AssertionKey(JWK key) throws JOSEException {
        this.key = key;
        this.algorithm = JWSAlgorithm.parse(String.valueOf(key.getAlgorithm()));
        this.signer = signer(key);
        if (!signer.supportedJWSAlgorithms().contains(algorithm)) {
            throw new JOSEException("a key for another algorithm");
        }
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey curve -> new ECDSASigner(curve);
            case RSAKey rsa -> new RSASSASigner(rsa);
            default -> throw new JOSEException("a key that signs nothing");
        };
    }

    /** A new one: P-256, ES256, its id the thumbprint (RFC 7638). */
    public static AssertionKey made() {
        try {
            return new AssertionKey(new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this machine makes keys of P-256", e);
        }
    }

    /**
     * @param privateJwk as {@link #privateJwk()} gives it, or of a tenant's: with {@code alg} (RFC 7517)
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static AssertionKey of(String privateJwk) {
        try {
            JWK key = JWK.parse(privateJwk);
            if (key.isPrivate() && ALGORITHMS.contains(String.valueOf(key.getAlgorithm()))) {
                return new AssertionKey(key);
            }
        } catch (ParseException | JOSEException _) {
            // Its message may repeat the key.
            throw new IllegalArgumentException("is no JSON Web Key");
        }
        throw new IllegalArgumentException("is a private JSON Web Key with one of the algorithms " + ALGORITHMS);
    }

    /** What is to be sealed. */
    public String privateJwk() {
        return key.toJSONString();
    }

    /** What a provider is given. */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    String signed(JWTClaimsSet claims) {
        try {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a key that was checked signs", e);
        }
    }

    @Override
    public String toString() {
        return "key " + key.getKeyID();
    }
}
