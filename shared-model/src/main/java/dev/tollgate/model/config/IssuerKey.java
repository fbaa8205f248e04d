package dev.tollgate.model.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * A public key that an authorization server signs tokens with, for one algorithm alone: what a token's header says of
 * algorithms decides nothing.
 *
 * @param id as tokens name it ({@code kid})
 * @param algorithm of JSON Web Algorithms (RFC 7518); asymmetric, one of {@link #ALGORITHMS}
 * @param publicKey SubjectPublicKeyInfo in Base64
 */
public record IssuerKey(String id, String algorithm, String publicKey) {
    public static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final int ID_CHARS_MAX = 200;
    private static final int PUBLIC_KEY_CHARS_MAX = 4_000;

    public IssuerKey {
        if (id.isEmpty() || id.length() > ID_CHARS_MAX) {
            throw new IllegalArgumentException("a signing key's id has 1 to " + ID_CHARS_MAX + " characters");
        }
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("no tokens are taken that are signed with " + algorithm);
        }
        if (publicKey.length() > PUBLIC_KEY_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a public key has at most " + PUBLIC_KEY_CHARS_MAX + " characters, not " + publicKey.length());
        }
        Base64.getDecoder().decode(publicKey);
    }

    /**
     * @throws IllegalArgumentException if it is none of its algorithm's family
     */
    public PublicKey toPublicKey() {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
            return KeyFactory.getInstance(algorithm.startsWith("ES") ? "EC" : "RSA")
                    .generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("signing key " + id + " cannot be used", e);
        }
    }
}
