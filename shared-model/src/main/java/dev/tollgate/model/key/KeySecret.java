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
    /** All that follows the environment: three parts, each behind an underscore. */
    private static final int FIXED_CHARS = 3 + KEY_ID_CHARS + SECRET_CHARS + CHECKSUM_CHARS;

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
        int environmentEnd = text.length() - FIXED_CHARS;
        if (text.length() > TEXT_CHARS_MAX || environmentEnd <= PREFIX.length() || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int secretAt = environmentEnd + 1 + KEY_ID_CHARS + 1;
        int checksumAt = secretAt + SECRET_CHARS + 1;
        String environment = text.substring(PREFIX.length(), environmentEnd);
        if (!Slug.isValid(environment)
                || text.charAt(environmentEnd) != '_'
                || !Base62.isBase62(text, environmentEnd + 1, secretAt - 1)
                || text.charAt(secretAt - 1) != '_'
                || !Base62.isBase62(text, secretAt, checksumAt - 1)
                || text.charAt(checksumAt - 1) != '_'
                || !checksum(text.substring(0, checksumAt - 1)).equals(text.substring(checksumAt))) {
            return Optional.empty();
        }
        KeyId keyId = new KeyId(text.substring(environmentEnd + 1, secretAt - 1));
        return Optional.of(new KeySecret(text, new Slug(environment), keyId));
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
