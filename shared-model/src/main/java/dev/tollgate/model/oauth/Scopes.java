package dev.tollgate.model.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of scopes as OAuth writes them (RFC 6749, 3.3): tokens with blanks between. */
public final class Scopes {
    /** Of one list. */
    public static final int COUNT_MAX = 200;

    /** Of one list together. */
    public static final int CHARS_MAX = 4_096;

    private static final int WORDS_CHARS_MAX = 200;

    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopes() {}

    /**
     * Each once, in the order given.
     *
     * @throws IllegalArgumentException if there are too many, or one is none; the message does not repeat it
     */
    public static List<String> of(List<String> scopes) {
        Set<String> each = new LinkedHashSet<>(scopes);
        int chars = each.stream().mapToInt(String::length).sum();
        if (each.size() > COUNT_MAX || chars > CHARS_MAX) {
            throw new IllegalArgumentException(
                    "has at most " + COUNT_MAX + " scopes of " + CHARS_MAX + " characters together");
        }
        if (!each.stream().allMatch(scope -> TOKEN.matcher(scope).matches())) {
            throw new IllegalArgumentException("has a scope that is none: letters, digits and signs without blanks");
        }
        return List.copyOf(each);
    }

    /**
     * @param text null is none
     * @throws IllegalArgumentException as {@link #of}
     */
    public static List<String> parse(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : of(List.of(text.strip().split(" +")));
    }

    public static String text(List<String> scopes) {
        return String.join(" ", scopes);
    }

    /** For a sentence that people read: "scope read", "scopes read, write", and cut where there are very many. */
    public static String words(List<String> scopes) {
        String all = String.join(", ", scopes);
        String shown = all.length() <= WORDS_CHARS_MAX ? all : all.substring(0, WORDS_CHARS_MAX) + "…";
        return (scopes.size() == 1 ? "scope " : "scopes ") + shown;
    }
}
