package dev.tollgate.gateway.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Strings out of JSON text and into it. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** What a string token means; the span includes its quotation marks and has been read by {@link JsonReader}. */
    public static String string(byte[] bytes, int start, int end) {
        for (int i = start + 1; i < end - 1; i++) {
            if (bytes[i] == '\\') {
                return unescape(new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8));
            }
        }
        return new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8);
    }

    public static String string(byte[] bytes, Span span) {
        return string(bytes, span.start(), span.end());
    }

    /** The UTF-8 bytes of what the text between two quotation marks means. */
    static byte[] decode(byte[] bytes, int start, int end) {
        return unescape(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            switch (kind) {
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> plain.append(kind);
            }
        }
        return plain.toString();
    }

    /** The string as a token in ASCII, quotation marks included: whatever it holds, the result is valid JSON and UTF-8. */
    public static byte[] quote(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c >= ' ' && c < 127) {
                out.write(c);
            } else {
                out.writeBytes(new byte[] {
                    '\\', 'u', hex(c >> 12), hex(c >> 8), hex(c >> 4), hex(c),
                });
            }
        }
        out.write('"');
        return out.toByteArray();
    }

    private static byte hex(int value) {
        return (byte) HEX[value & 15];
    }
}
