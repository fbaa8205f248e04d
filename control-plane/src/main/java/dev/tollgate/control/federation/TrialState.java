package dev.tollgate.control.federation;

import dev.tollgate.model.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word that a browser takes along on a trial and brings back, which says whose trial it is; kept as a digest alone. */
record TrialState(TenantId tenant, String secret) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})[.]([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;

    static TrialState fresh(TenantId tenant, SecureRandom random) {
        return new TrialState(tenant, secret(random));
    }

    /** 256 bits in Base64url, as a verifier (RFC 7636) may be too. */
    static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    /** Empty if it is none. */
    static Optional<TrialState> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new TrialState(new TenantId(UUID.fromString(matcher.group(1))), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return tenant + "." + secret;
    }

    String digest() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Compared in constant time. */
    boolean hasDigest(String known) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(known), sha256(secret));
    }

    /** Of a verifier (RFC 7636, 4.2). */
    static String challenge(String verifier) {
        return encoded(sha256(verifier));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TrialState[" + tenant + ", redacted]";
    }
}
