package dev.tollgate.openapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is done to texts of a document before they are shown or become names. */
final class Texts {
    private Texts() {}

    /** At most so many characters, the last of them an ellipsis if any were cut, and no half of a surrogate pair. */
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = charsMax - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Of {@code A-Z a-z 0-9 _ -} alone: a run of other characters becomes one underscore, none stands at an end. */
    static String acceptable(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
    }

    /** The first hexadecimal digits of the text's SHA-256. */
    static String digest(String text, int digits) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
