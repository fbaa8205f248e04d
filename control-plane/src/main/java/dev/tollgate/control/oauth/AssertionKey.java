package dev.tollgate.control.oauth;

import java.util.Map;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key that Tollgate signs statements about itself with; providers know its public half. */
public final class AssertionKey {
    private static final Set<String> ALGORITHMS = Set.of("ES256", "ES384", "ES512", "RS256", "PS256");

    private final PublicJsonWebKey key;

    private AssertionKey(PublicJsonWebKey key) {
        this.key = key;
    }

    /** A new one: P-256, ES256, its id the thumbprint (RFC 7638). */
    public static AssertionKey made() {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            key.setUse("sig");
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return new AssertionKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("this machine makes keys of P-256", e);
        }
    }

    /**
     * @param privateJwk as {@link #privateJwk()} gives it, or of a tenant's: with {@code alg} (RFC 7517)
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static AssertionKey of(String privateJwk) {
        try {
            Map<String, Object> members = JsonUtil.parseJson(privateJwk);
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(members);
            if (key.getPrivateKey() != null && ALGORITHMS.contains(String.valueOf(key.getAlgorithm()))) {
                return new AssertionKey(key);
            }
        } catch (JoseException _) {
            // Its message may repeat the key.
            throw new IllegalArgumentException("is no JSON Web Key");
        }
        throw new IllegalArgumentException("is a private JSON Web Key with one of the algorithms " + ALGORITHMS);
    }

    /** What is to be sealed. */
    public String privateJwk() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** What a provider is given. */
    public String publicJwk() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String signed(JwtClaims claims) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setAlgorithmHeaderValue(key.getAlgorithm());
            signature.setHeader("typ", "JWT");
            if (key.getKeyId() != null) {
                signature.setKeyIdHeaderValue(key.getKeyId());
            }
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was checked signs", e);
        }
    }

    @Override
    public String toString() {
        return "key " + key.getKeyId();
    }
}
