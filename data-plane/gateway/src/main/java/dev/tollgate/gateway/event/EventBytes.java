package dev.tollgate.gateway.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Writes JSON into one array that is used again and again, byte for byte as the wire codec would. Not safe from several
 * threads. The caller keeps within its capacity by bounding what it writes.
 */
final class EventBytes {
    private static final byte[] HEX_LOWER = ascii("0123456789abcdef");
    private static final byte[] HEX_UPPER = ascii("0123456789ABCDEF");
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int SECOND_CHARS = 19;

    private final byte[] bytes;
    private int length;
    /** The second written last, because events come many to the second. */
    private long secondWritten = Long.MIN_VALUE;

    private byte[] secondText = new byte[0];

    EventBytes(int capacity) {
        bytes = new byte[capacity];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void reset() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    EventBytes raw(byte[] source) {
        System.arraycopy(source, 0, bytes, length, source.length);
        length += source.length;
        return this;
    }

    EventBytes raw(char character) {
        bytes[length++] = (byte) character;
        return this;
    }

    EventBytes number(long value) {
        if (value < 0) {
            return raw(ascii(Long.toString(value)));
        }
        int digits = digits(value);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    EventBytes uuid(UUID value) {
        raw('"');
        hex(value.getMostSignificantBits() >>> 32, 8).raw('-');
        hex(value.getMostSignificantBits() >>> 16, 4).raw('-');
        hex(value.getMostSignificantBits(), 4).raw('-');
        hex(value.getLeastSignificantBits() >>> 48, 4).raw('-');
        return hex(value.getLeastSignificantBits(), 12).raw('"');
    }

    private EventBytes hex(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX_LOWER[(int) (value >>> shift) & 0xf];
        }
        return this;
    }

    /** ISO 8601 in UTC with as many groups of three decimals as it takes. */
    EventBytes instant(Instant value) {
        if (value.getEpochSecond() != secondWritten) {
            String text = LocalDateTime.ofEpochSecond(value.getEpochSecond(), 0, ZoneOffset.UTC)
                    .toString();
            // LocalDateTime leaves out seconds that are zero.
            secondText = ascii(text.length() == SECOND_CHARS ? text : text + ":00");
            secondWritten = value.getEpochSecond();
        }
        raw('"').raw(secondText);
        int nanos = value.getNano();
        if (nanos != 0) {
            raw('.').fraction(nanos);
        }
        return raw('Z').raw('"');
    }

    private void fraction(int nanos) {
        int kept = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        int rest = nanos;
        for (int at = 8; at >= 0; at--) {
            if (at < kept) {
                bytes[length + at] = (byte) ('0' + rest % 10);
            }
            rest /= 10;
        }
        length += kept;
    }

    /** A string of at most {@code charsMax} characters of the text; half of a surrogate pair becomes U+FFFD. */
    EventBytes text(String text, int charsMax) {
        raw('"');
        int end = Math.min(text.length(), charsMax);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                unicodeEscape(c).unicodeEscape(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                raw(REPLACEMENT);
            } else {
                utf8(c);
            }
        }
        return raw('"');
    }

    private void escape(char c) {
        raw('\\');
        switch (c) {
            case '"', '\\' -> raw(c);
            case '\b' -> raw('b');
            case '\t' -> raw('t');
            case '\n' -> raw('n');
            case '\f' -> raw('f');
            case '\r' -> raw('r');
            default -> hexUpper(raw('u'), c);
        }
    }

    private EventBytes unicodeEscape(char c) {
        return hexUpper(raw('\\').raw('u'), c);
    }

    private static EventBytes hexUpper(EventBytes out, char c) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.bytes[out.length++] = HEX_UPPER[c >>> shift & 0xf];
        }
        return out;
    }

    private void utf8(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >>> 6);
        } else {
            bytes[length++] = (byte) (0xe0 | c >>> 12);
            bytes[length++] = (byte) (0x80 | c >>> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }
}
