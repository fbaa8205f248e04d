package dev.tollgate.model.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a head says about its revision: SHA-256 over one line {@code kind/id SP sha256-of-value LF} for each live resource
 * of the tenant, in the order of the keys. Both planes compute it, each from what it holds.
 */
public final class ConfigDigest {
    private ConfigDigest() {}

    /**
     * 64 hexadecimal digits.
     *
     * @param valueHashes {@link #ofValue} of each live resource, by {@link ConfigKey#withinTenant()}
     */
    public static String of(Map<String, String> valueHashes) {
        SortedMap<String, String> ordered = new TreeMap<>(valueHashes);
        MessageDigest sha256 = sha256();
        ordered.forEach((key, hash) -> sha256.update((key + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The hash of one record's value, 64 hexadecimal digits. */
    public static String ofValue(byte[] value) {
        return HexFormat.of().formatHex(sha256().digest(value));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
