package dev.tollgate.e2e.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's own key, and proofs that it has it (RFC 9449), made claim by claim so that each can be wrong. */
public record ProofKey(KeyPair pair) {
    private static final int COORDINATE_BYTES = 32;

    static ProofKey made() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new ProofKey(generator.generateKeyPair());
    }

    /** What a good proof says; without a token for those who have none yet. */
    static ObjectNode claims(String method, String url, @Nullable String token) throws GeneralSecurityException {
        var claims = JsonNodeFactory.instance.objectNode();
        claims.put("jti", UUID.randomUUID().toString()).put("htm", method).put("htu", url);
        claims.put("iat", Instant.now().getEpochSecond());
        if (token != null) {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            claims.put("ath", encoded(hash));
        }
        return claims;
    }

    String proof(ObjectNode claims) throws GeneralSecurityException {
        var header =
                JsonNodeFactory.instance.objectNode().put("typ", "dpop+jwt").put("alg", "ES256");
        var point = ((ECPublicKey) pair.getPublic()).getW();
        header.putObject("jwk")
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(point.getAffineX()))
                .put("y", coordinate(point.getAffineY()));
        var signed = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE_BYTES];
        var count = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - count, fixed, COORDINATE_BYTES - count, count);
        return encoded(fixed);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
