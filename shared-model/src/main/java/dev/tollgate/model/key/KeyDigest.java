package dev.tollgate.model.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a whole virtual key: all that is stored and published of it. 256 random bits need no salt or stretching. */
public final class KeyDigest {
    /** Never fed, only cloned: a copy costs much less than asking the platform's providers on each call. */
    private static final MessageDigest SHA_256 = sha256();

    private final byte[] sha256;

    private KeyDigest(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** The digest of a key as presented. */
    static KeyDigest ofKey(String key) {
        try {
            MessageDigest sha256 = (MessageDigest) SHA_256.clone();
            return new KeyDigest(sha256.digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if they are not
     */
    @JsonCreator
    public static KeyDigest ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a key digest is 64 hexadecimal digits");
        }
        return new KeyDigest(bytes);
    }

    /** Compared in constant time, so that the answer's delay says nothing about the digest. */
    public boolean matches(KeyDigest other) {
        return MessageDigest.isEqual(sha256, other.sha256);
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyDigest that && matches(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "KeyDigest[redacted]";
    }
}
