package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A glob over {@code <server>__<tool>}, the canonical name that a tool has whatever it is exposed as: {@code *} stands
 * for any characters, all others for themselves. {@code crm__*} is a whole server, {@code *__read_*} a verb everywhere.
 */
public record ToolPattern(@JsonValue String glob) {
    private static final int CHARS_MAX = 200;

    @JsonCreator
    public ToolPattern {
        if (glob.isEmpty() || glob.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a tool pattern has 1 to " + CHARS_MAX + " characters");
        }
        if (!glob.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a tool pattern holds printable ASCII without spaces");
        }
    }

    public boolean matches(String canonicalName) {
        return matches(glob, canonicalName);
    }

    /** Whether some text that begins so matches. */
    public boolean matchesSomeFrom(String prefix) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return glob.startsWith(prefix);
        }
        // What stands before the first star must agree with the prefix; from a star on anything may follow.
        String fixed = glob.substring(0, star);
        return fixed.startsWith(prefix) || prefix.startsWith(fixed);
    }

    /** Whether a glob matches. Linear in the text for each star, by going back to the last star only: no input makes it exponential. */
    public static boolean matches(String glob, String text) {
        int g = 0;
        int t = 0;
        int lastStar = -1;
        int resumeAt = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                lastStar = g++;
                resumeAt = t;
            } else if (g < glob.length() && glob.charAt(g) == text.charAt(t)) {
                g++;
                t++;
            } else if (lastStar >= 0) {
                g = lastStar + 1;
                t = ++resumeAt;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    @Override
    public String toString() {
        return glob;
    }
}
