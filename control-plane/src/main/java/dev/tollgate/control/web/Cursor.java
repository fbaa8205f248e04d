package dev.tollgate.control.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins: behind the row with this sort value and id. Opaque to clients, and nothing is
 * trusted because it came back: it only bounds a query that sees the asker's tenant alone.
 */
public record Cursor(String sort, String id) {
    private static final int CHARS_MAX = 1024;
    private static final char SEPARATOR = '\n';

    public String encode() {
        byte[] text = (sort + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static Cursor decode(String text) {
        try {
            String plain = text.length() > CHARS_MAX
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int at = plain.lastIndexOf(SEPARATOR);
            if (at >= 0) {
                return new Cursor(plain.substring(0, at), plain.substring(at + 1));
            }
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    /** A cursor that this list did not give out. */
    public static Refused malformed(@Nullable Throwable cause) {
        return new Refused(new Refusal.Malformed("The cursor is not one that this list gave out."), cause);
    }
}
