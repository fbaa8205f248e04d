package dev.tollgate.bench.wire;

/**
 * Finds members of a JSON object in bytes without building it. It trusts the text to be JSON and answers {@link #NONE}
 * where it runs out of it; what it finds stands at the object's own level, never inside a nested value or a string.
 */
public final class JsonBytes {
    public static final int NONE = -1;

    private JsonBytes() {}

    /**
     * Where the value of a member begins.
     *
     * @param from where the object's brace stands, or white space before it
     * @param name the member's name without quotes, of characters that JSON does not escape
     */
    public static int member(byte[] text, int from, int to, byte[] name) {
        int at = skipSpace(text, from, to);
        if (at >= to || text[at] != '{') {
            return NONE;
        }
        at = skipSpace(text, at + 1, to);
        while (at < to && text[at] == '"') {
            int nameEnd = stringEnd(text, at, to);
            int colon = nameEnd == NONE ? NONE : skipSpace(text, nameEnd, to);
            if (colon == NONE || colon >= to || text[colon] != ':') {
                return NONE;
            }
            int value = skipSpace(text, colon + 1, to);
            if (nameEnd - at - 2 == name.length && startsWith(text, at + 1, to, name)) {
                return value < to ? value : NONE;
            }
            int comma = valueEnd(text, value, to);
            comma = comma == NONE ? NONE : skipSpace(text, comma, to);
            if (comma == NONE || comma >= to || text[comma] != ',') {
                return NONE;
            }
            at = skipSpace(text, comma + 1, to);
        }
        return NONE;
    }

    /** Just behind the value that begins at {@code at}. */
    public static int valueEnd(byte[] text, int at, int to) {
        if (at >= to) {
            return NONE;
        }
        return switch (text[at]) {
            case '"' -> stringEnd(text, at, to);
            case '{', '[' -> nestedEnd(text, at, to);
            default -> scalarEnd(text, at, to);
        };
    }

    public static boolean startsWith(byte[] text, int at, int to, byte[] prefix) {
        if (at < 0 || to - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (text[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int stringEnd(byte[] text, int at, int to) {
        for (int i = at + 1; i < to; i++) {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == '"') {
                return i + 1;
            }
        }
        return NONE;
    }

    private static int nestedEnd(byte[] text, int at, int to) {
        int depth = 0;
        int i = at;
        while (i < to) {
            switch (text[i]) {
                case '"' -> {
                    i = stringEnd(text, i, to);
                    if (i == NONE) {
                        return NONE;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return NONE;
    }

    private static int scalarEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && text[i] != ',' && text[i] != '}' && text[i] != ']' && text[i] > ' ') {
            i++;
        }
        return i;
    }

    private static int skipSpace(byte[] text, int at, int to) {
        int i = at;
        while (i < to && text[i] <= ' ' && text[i] >= 0) {
            i++;
        }
        return i;
    }

    /** How often these bytes stand in a text, none of them within another. */
    public static int count(byte[] text, byte[] sought) {
        int found = 0;
        for (int at = 0; at <= text.length - sought.length; at++) {
            if (startsWith(text, at, text.length, sought)) {
                found++;
                at += sought.length - 1;
            }
        }
        return found;
    }
}
