package dev.tollgate.gateway.edge;

import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, level 1: the trace that a call belongs to, continued upstream under a span of its own.
 *
 * @param traceId 32 hexadecimal digits
 * @param flags two hexadecimal digits
 */
record Traceparent(String traceId, String flags) {
    private static final int CHARS = 55;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    /** Null if the text is no traceparent of version 00, and is then treated as absent, as the recommendation asks. */
    static @Nullable Traceparent parse(@Nullable String text) {
        if (text == null
                || text.length() != CHARS
                || !text.startsWith("00-")
                || text.charAt(35) != '-'
                || text.charAt(52) != '-') {
            return null;
        }
        String trace = text.substring(3, 35);
        String parent = text.substring(36, 52);
        String flags = text.substring(53);
        boolean valid = isHex(trace) && isHex(parent) && isHex(flags);
        return valid && !trace.equals(NO_TRACE) && !parent.equals(NO_PARENT) ? new Traceparent(trace, flags) : null;
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /**
     * @param span not zero
     */
    String under(long span) {
        return "00-" + traceId + "-" + java.util.HexFormat.of().toHexDigits(span) + "-" + flags;
    }
}
