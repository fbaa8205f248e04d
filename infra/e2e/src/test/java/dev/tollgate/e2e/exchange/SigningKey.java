package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What a provider signs with (ES256), and others check. */
record SigningKey(KeyPair pair) {
    private static final int LIFE_SECONDS = 300;
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    static SigningKey made() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new SigningKey(generator.generateKeyPair());
    }

    static ObjectNode claims(String issuer, String subject, String audience) {
        long now = Instant.now().getEpochSecond();
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", issuer)
                .put("sub", subject)
                .put("aud", audience)
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS)
                .put("jti", UUID.randomUUID().toString());
    }

    String signed(String type, ObjectNode claims) {
        ObjectNode header =
                JsonNodeFactory.instance.objectNode().put("alg", "ES256").put("typ", type);
        String text = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims, if it is signed with this key, of this type, by and for these, and not over. */
    Optional<JsonNode> checked(String token, String type, String issuer, String audience) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !isSigned(parts)) {
            return Optional.empty();
        }
        JsonNode claims = decoded(parts[1]);
        boolean right = decoded(parts[0]).path("typ").asText().equals(type)
                && claims.path("iss").asText().equals(issuer)
                && claims.path("aud").asText().equals(audience)
                && claims.path("exp").asLong() > Instant.now().getEpochSecond();
        return right ? Optional.of(claims) : Optional.empty();
    }

    private boolean isSigned(String[] parts) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static JsonNode decoded(String part) {
        return WireJson.decode(Base64.getUrlDecoder().decode(part), JsonNode.class);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
