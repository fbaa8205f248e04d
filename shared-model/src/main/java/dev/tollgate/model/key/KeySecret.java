package dev.tollgate.model.key;

import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A virtual key in the clear: {@code tg_<env>_<keyId>_<secret>_<crc>}. Key id 12, secret 43 and checksum 6 Base62
 * characters; the checksum is the CRC-32 of all that stands before its underscore, so that a typo is refused without a
 * look-up. Exists only while a key is issued or presented; its text is reached by {@link #reveal()} alone.
 */
public final class KeySecret {
    private static final String PREFIX = "tg_";
    private static final int KEY_ID_CHARS = 12;
    private static final int SECRET_CHARS = 43;
    private static final int CHECKSUM_CHARS = 6;
    private static final int TEXT_CHARS_MAX = 128;

    private final String text;
    private final Slug environment;
    private final KeyId keyId;

    private KeySecret(String text, Slug environment, KeyId keyId) {
        this.text = text;
        this.environment = environment;
        this.keyId = keyId;
    }

    /** A fresh key id. */
    public static KeyId newKeyId(SecureRandom random) {
        return new KeyId(Base62.random(random, KEY_ID_CHARS));
    }

    /** A fresh secret for a key, of 256 bits. */
    public static KeySecret issue(Slug environment, KeyId keyId, SecureRandom random) {
        String body = PREFIX + environment + "_" + keyId + "_" + Base62.random(random, SECRET_CHARS);
        return new KeySecret(body + "_" + checksum(body), environment, keyId);
    }

    /** Reads a presented key; empty if it is not one, or its checksum says that it was mistyped or cut. */
    public static Optional<KeySecret> parse(String text) {
        if (text.length() > TEXT_CHARS_MAX || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] parts = text.split("_", -1);
        if (parts.length != 5
                || !Slug.isValid(parts[1])
                || parts[2].length() != KEY_ID_CHARS
                || parts[3].length() != SECRET_CHARS
                || parts[4].length() != CHECKSUM_CHARS
                || !Base62.isBase62(parts[2])
                || !Base62.isBase62(parts[3])) {
            return Optional.empty();
        }
        String body = text.substring(0, text.length() - CHECKSUM_CHARS - 1);
        if (!checksum(body).equals(parts[4])) {
            return Optional.empty();
        }
        return Optional.of(new KeySecret(text, new Slug(parts[1]), new KeyId(parts[2])));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(crc.getValue(), CHECKSUM_CHARS);
    }

    public Slug environment() {
        return environment;
    }

    public KeyId keyId() {
        return keyId;
    }

    public KeyDigest digest() {
        return KeyDigest.ofKey(text);
    }

    /** The key itself, to be shown once to the person who asked for it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "KeySecret[" + keyId + ", redacted]";
    }
}
