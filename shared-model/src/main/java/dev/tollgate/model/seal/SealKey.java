package dev.tollgate.model.seal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A key that a region's gateways share.
 *
 * @param id stands openly before what is sealed with it: 1 to 16 characters of {@code a-z 0-9 -}
 * @param secret 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealKey(String id, byte[] secret) {
    public static final int SECRET_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,16}");

    public SealKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a seal key's id is 1 to 16 characters of a-z, 0-9 and -");
        }
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "seal key " + id + " has " + secret.length + " bytes in place of " + SECRET_BYTES);
        }
    }

    /**
     * @param text {@code <id>=<32 bytes in Base64>}
     */
    static SealKey parse(String text) {
        int at = text.indexOf('=');
        if (at < 1) {
            throw new IllegalArgumentException("a seal key is written <id>=<32 bytes in Base64>");
        }
        try {
            return new SealKey(
                    text.substring(0, at).strip(),
                    Base64.getDecoder().decode(text.substring(at + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "seal key " + text.substring(0, at).strip() + " is not <id>=<32 bytes in Base64>", e);
        }
    }

    /**
     * Keys as configuration has them, each {@code <id>=<32 bytes in Base64>}.
     *
     * @throws IllegalStateException if one could be guessed
     */
    public static List<SealKey> strong(List<String> texts) {
        List<SealKey> keys = texts.stream().map(SealKey::parse).toList();
        for (SealKey key : keys) {
            if (KeyStrength.isWeak(key.secret)) {
                throw new IllegalStateException("key " + key.id + " is weak: make it of " + SECRET_BYTES
                        + " random bytes (openssl rand -base64 32)");
            }
        }
        return keys;
    }

    /** A key of this gateway's own, which no other and no later one has. */
    static SealKey random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SealKey("own", secret);
    }

    @Override
    public String toString() {
        return "seal key " + id;
    }
}
