package dev.tollgate.starlark.value;

import java.util.Locale;

/** Strings and bytes as literals in double quotes. */
final class Quoting {
    private Quoting() {}

    static void write(TextBuilder out, String text) {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text, i);
            if (!escape.isEmpty()) {
                out.append(text, plainFrom, i).append(escape);
                plainFrom = i + 1;
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    static void write(TextBuilder out, Bytes bytes) {
        out.append("b\"");
        for (int i = 0; i < bytes.length(); i++) {
            char c = (char) bytes.at(i);
            String escape = c < 0x7F ? escape(String.valueOf(c), 0) : String.format(Locale.ROOT, "\\x%02x", (int) c);
            out.append(escape.isEmpty() ? String.valueOf(c) : escape);
        }
        out.append('"');
    }

    /** Empty where the unit stands for itself. */
    private static String escape(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (c < 0x20 || c == 0x7F) {
                    yield String.format(Locale.ROOT, "\\x%02x", (int) c);
                }
                yield lonely(text, at) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : "";
            }
        };
    }

    /** Half a code point without its other half. */
    private static boolean lonely(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
