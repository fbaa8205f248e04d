package dev.tollgate.starlark.syntax;

import java.nio.charset.StandardCharsets;

/** What a backslash begins. In bytes each char stands for one byte. */
final class Escapes {
    private static final String SIMPLE = "abfnrtv\\'\"";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000B\\'\"";
    private static final int ASCII_MAX = 127;
    private static final int BYTE_MAX = 255;

    private final Lexer lexer;
    private final StringBuilder text;
    private final boolean bytes;

    Escapes(Lexer lexer, StringBuilder text, boolean bytes) {
        this.lexer = lexer;
        this.text = text;
        this.bytes = bytes;
    }

    void read(boolean raw) {
        char c = lexer.peek(1);
        if (raw) {
            raw(c);
        } else if (c == '\n') {
            lexer.at += 2;
        } else if (c == '\r' && lexer.peek(2) == '\n') {
            lexer.at += 3;
        } else if (SIMPLE.indexOf(c) >= 0) {
            text.append(SIMPLE_VALUES.charAt(SIMPLE.indexOf(c)));
            lexer.at += 2;
        } else {
            numeric(c);
        }
    }

    /** A raw string keeps the backslash, and the quote that follows does not close it. */
    private void raw(char c) {
        text.append('\\');
        lexer.at++;
        if (c == '\'' || c == '"') {
            text.setCharAt(text.length() - 1, c);
            lexer.at++;
        } else if (c == '\\' || c == '\n') {
            text.append(c);
            lexer.at++;
        }
    }

    private void numeric(char c) {
        switch (c) {
            case 'x' -> element(digits(2, 2, 2, 16));
            case 'u' -> codePoint(digits(2, 4, 4, 16));
            case 'U' -> codePoint(digits(2, 8, 8, 16));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> element(digits(1, 1, 3, 8));
            default ->
                throw Faults.syntax(
                        lexer.at,
                        "invalid escape sequence \\" + (c < ' ' ? "" : c),
                        "a backslash is written \\\\, or the string r\"…\"");
        }
    }

    private int digits(int skip, int min, int max, int radix) {
        int start = lexer.at;
        int at = start + skip;
        long value = 0;
        int count = 0;
        while (count < max && at < lexer.text.length() && Character.digit(lexer.text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(lexer.text.charAt(at), radix);
            at++;
            count++;
        }
        if (count < min || value > Integer.MAX_VALUE) {
            throw Faults.syntax(start, "invalid escape sequence");
        }
        lexer.at = at;
        return (int) value;
    }

    private void element(int value) {
        if (value > (bytes ? BYTE_MAX : ASCII_MAX)) {
            throw Faults.syntax(
                    lexer.at - 1,
                    "escape sequence beyond ASCII",
                    bytes ? "" : "write \\u00" + Integer.toHexString(value));
        }
        text.append((char) value);
    }

    private void codePoint(int value) {
        if (value > Character.MAX_CODE_POINT || value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
            throw Faults.syntax(lexer.at - 1, "escape sequence is no Unicode code point");
        }
        if (bytes) {
            appendUtf8(text, value);
        } else {
            text.appendCodePoint(value);
        }
    }

    static void appendUtf8(StringBuilder text, int codePoint) {
        byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        text.append(new String(encoded, StandardCharsets.ISO_8859_1));
    }
}
