package dev.tollgate.model.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ed25519 keys as configuration has them. */
public final class SigningKeys {
    private static final String ALGORITHM = "Ed25519";

    private SigningKeys() {}

    /**
     * The private key, PKCS #8 in Base64, with or without the lines of a PEM file around it.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decode(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a private signing key is an Ed25519 key in PKCS #8, Base64 or PEM");
        }
    }

    /**
     * Public keys by their ids.
     *
     * @param entries each {@code id=key}, the key as SubjectPublicKeyInfo in Base64
     * @throws IllegalArgumentException if one is none, or an id stands twice
     */
    public static Map<String, PublicKey> publicKeys(List<String> entries) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("a public signing key is written as id=base64, not " + entry);
            }
            String id = entry.substring(0, equals).trim();
            if (keys.put(id, publicKey(id, entry.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("two public signing keys have the id " + id);
            }
        }
        return Map.copyOf(keys);
    }

    private static PublicKey publicKey(String id, String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("public signing key " + id + " is no Ed25519 key in Base64", e);
        }
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }
}
