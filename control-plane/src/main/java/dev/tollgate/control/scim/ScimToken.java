package dev.tollgate.control.scim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a directory signs in with: {@code tgscim_<id>_<secret>}, where the secret has 256 bits. In the clear only while it is
 * made or presented.
 */
final class ScimToken {
    private static final Pattern FORM = Pattern.compile("tgscim_([0-9a-f]{24})_[A-Za-z0-9_-]{43}");
    private static final int ID_BYTES = 12;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String text;

    private ScimToken(String id, String text) {
        this.id = id;
        this.text = text;
    }

    static String freshId(SecureRandom random) {
        return HexFormat.of().formatHex(bytes(random, ID_BYTES));
    }

    static ScimToken issue(String id, SecureRandom random) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
        return new ScimToken(id, "tgscim_" + id + "_" + secret);
    }

    /** Reads a presented token; empty if it is none. */
    static Optional<ScimToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ScimToken(matcher.group(1), text)) : Optional.empty();
    }

    String id() {
        return id;
    }

    /** In hexadecimal digits. */
    String sha256() {
        return HexFormat.of().formatHex(digest());
    }

    /** Compared in constant time, so that the answer's delay says nothing about the digest. */
    boolean hasDigest(String sha256) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest());
    }

    /** The token itself, to be shown once. */
    String reveal() {
        return text;
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "ScimToken[" + id + ", redacted]";
    }
}
