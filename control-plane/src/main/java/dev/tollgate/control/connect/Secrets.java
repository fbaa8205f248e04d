package dev.tollgate.control.connect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Random texts that are handed out, and the digests of them that are kept. */
final class Secrets {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    static boolean hasShape(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the same time whatever is given. */
    static boolean isOf(@Nullable String sha256, @Nullable String given) {
        return sha256 != null
                && given != null
                && MessageDigest.isEqual(
                        sha256.getBytes(StandardCharsets.US_ASCII),
                        sha256(given).getBytes(StandardCharsets.US_ASCII));
    }
}
