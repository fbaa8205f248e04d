package dev.tollgate.bench.stub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What HTTP messages are put together from, and chunks of them. */
final class Pieces {
    static final byte[] BLANK_LINE = ascii("\r\n\r\n");
    static final byte[] STREAM =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                    + "X-Accel-Buffering: no\r\nTransfer-Encoding: chunked\r\n\r\n");
    static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    static final byte[] LINE_END = ascii("\r\n");

    private static final byte[] OK = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ");

    private Pieces() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The head of a JSON document of that length. */
    static void documentHead(int bodyBytes, ByteBuffer out) {
        out.put(OK);
        int divisor = 1;
        while (bodyBytes / divisor >= 10) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            out.put((byte) ('0' + bodyBytes / divisor % 10));
        }
        out.put(BLANK_LINE);
    }

    /** What goes before a chunk of that length; {@link #LINE_END} goes behind it. */
    static void chunkHead(int bytes, ByteBuffer out) {
        out.put(ascii(Integer.toHexString(bytes))).put(LINE_END);
    }

    static void chunk(byte[] bytes, ByteBuffer out) {
        chunkHead(bytes.length, out);
        out.put(bytes).put(LINE_END);
    }
}
