package dev.tollgate.openapi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Percent-encoding (RFC 3986) and what URLs and headers may hold. */
final class Percent {
    private static final String UNRESERVED_OTHERS = "-._~";
    /** Of the reserved characters those that end neither the query nor a name or value in it. */
    private static final String RESERVED_KEPT = ":/?@!$'()*,;";

    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    static String encode(String text) {
        return encode(text, "");
    }

    /** Keeps the characters that a query may hold beyond the unreserved ones. */
    static String encodeReserved(String text) {
        return encode(text, RESERVED_KEPT);
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || c < 128 && (UNRESERVED_OTHERS.indexOf(c) >= 0 || kept.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    static boolean isPath(String text) {
        return PATH.matcher(text).matches() && !hasDotSegment(text);
    }

    /** Whether a segment says "here" or "one up", in any spelling that a server may read so. */
    static boolean hasDotSegment(String path) {
        String plain = path.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f|%5c|\\\\", "/");
        return ("/" + plain + "/").contains("/./") || ("/" + plain + "/").contains("/../");
    }

    /** Visible ASCII and inner spaces: nothing that could begin another header. */
    static boolean isHeaderValue(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127) && text.equals(text.strip());
    }
}
