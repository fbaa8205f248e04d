package dev.tollgate.starlark.syntax;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that are names, and words that look like some. */
public final class Words {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "assert",
            "async",
            "await",
            "class",
            "del",
            "except",
            "finally",
            "from",
            "global",
            "import",
            "is",
            "nonlocal",
            "raise",
            "try",
            "while",
            "with",
            "yield");

    private Words() {}

    /** Whether it is a name in ASCII and no word of the language. */
    public static boolean isName(String word) {
        return NAME.matcher(word).matches() && !isReserved(word) && TokenKind.written(word) == null;
    }

    /** Whether it is a word of Python's that Starlark keeps free. */
    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }
}
