package dev.tollgate.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that the control plane signs configuration with, and the one that gateways check it by: made at the first start
 * of a stack and kept in its folder.
 *
 * @param privateKeyFile PKCS #8 in Base64, for this user only
 * @param publicKey SubjectPublicKeyInfo in Base64
 */
public record SigningPair(Path privateKeyFile, String publicKey) {
    private static final String PRIVATE = "config-signing.key";
    private static final String PUBLIC = "config-signing.pub";
    private static final int ID_BYTES = 4;

    public static SigningPair in(DataFolder data) throws IOException {
        Path privateFile = data.root().resolve(PRIVATE);
        Path publicFile = data.root().resolve(PUBLIC);
        // The public one is written last: where it stands, both do.
        if (!Files.exists(publicFile)) {
            KeyPair pair = generate();
            DataFolder.writeSecret(privateFile, base64(pair.getPrivate().getEncoded()));
            Files.writeString(publicFile, base64(pair.getPublic().getEncoded()));
        }
        return new SigningPair(privateFile, Files.readString(publicFile).strip());
    }

    /** The same for the same key, and another for another. */
    public String keyId() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.US_ASCII));
            return "local-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
