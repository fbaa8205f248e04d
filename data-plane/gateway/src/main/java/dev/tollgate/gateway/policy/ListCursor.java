package dev.tollgate.gateway.policy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a page says where the next one begins: behind the last item of the page before, so that any gateway understands it
 * and what comes or goes between two pages shifts none of the others.
 */
public final class ListCursor {
    private static final int CHARS_MAX = 4_096;
    private static final String PREFIX = "1:";

    private ListCursor() {}

    /**
     * @param last what names the last item of the page
     */
    public static String after(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + last).getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #after} was given; null if the text is none of ours. */
    public static @Nullable String last(String cursor) {
        if (cursor.length() > CHARS_MAX) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
