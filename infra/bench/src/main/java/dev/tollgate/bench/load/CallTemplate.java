package dev.tollgate.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A {@code tools/call} request in bytes, of which only the call's number changes: it stands as JSON-RPC id and, behind
 * an {@code m}, as marker. The number has always ten digits, so nothing else moves.
 */
final class CallTemplate {
    static final long FIRST_NUMBER = 1_000_000_000L;
    static final long NUMBERS_MAX = 9_000_000_000L;
    private static final int DIGITS = 10;
    private static final String PLACE = "0".repeat(DIGITS);

    private final ByteBuffer request;
    private final int idAt;
    private final int markerAt;
    private final byte[] id = new byte[DIGITS];
    private final byte[] marker = new byte[DIGITS + 1];

    CallTemplate(Target target) {
        String body = body(target, PLACE);
        StringBuilder head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\n");
        header(head, "Host", "127.0.0.1:" + target.address().getPort());
        header(head, "Content-Type", "application/json");
        header(head, "Accept", "application/json, text/event-stream");
        target.callHeaders().forEach((name, value) -> header(head, name, value));
        header(head, "Content-Length", Integer.toString(body.length()));
        head.append("\r\n");
        byte[] bytes = (head + body).getBytes(StandardCharsets.US_ASCII);
        this.request = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        this.idAt = head.length() + body.indexOf(PLACE);
        this.markerAt = head.length() + body.lastIndexOf(PLACE);
        Arrays.fill(id, (byte) '0');
        Arrays.fill(marker, (byte) '0');
        marker[0] = 'm';
    }

    /** The body of a call with these digits for a number. */
    static String body(Target target, String digits) {
        return """
                {"jsonrpc":"2.0","id":%s,"method":"tools/call","params":{"name":"%s","arguments":{"marker":"m%s"}%s}}""".formatted(digits, target.tool(), digits, target.era().meta());
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** The request for the call of that number, ready to be written; valid until the next call of this method. */
    ByteBuffer number(long number) {
        long rest = number;
        for (int i = DIGITS - 1; i >= 0; i--) {
            byte digit = (byte) ('0' + rest % 10);
            id[i] = digit;
            marker[i + 1] = digit;
            request.put(idAt + i, digit);
            request.put(markerAt + i, digit);
            rest /= 10;
        }
        return request.rewind();
    }

    byte[] id() {
        return id;
    }

    byte[] marker() {
        return marker;
    }
}
