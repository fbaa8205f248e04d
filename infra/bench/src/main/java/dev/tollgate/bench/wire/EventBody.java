package dev.tollgate.bench.wire;

import java.nio.charset.StandardCharsets;

/** The body of an event stream that has ended (WHATWG HTML, section 9.2.6, with line feeds alone). */
public final class EventBody {
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

    private EventBody() {}

    /** Whether it is one, and not a JSON document. */
    public static boolean is(byte[] text, int from, int to) {
        return from < to && text[from] != '{';
    }

    /**
     * Moves the data of the last event to where the body begins, its lines side by side; what stood there is gone.
     *
     * @return just behind the data
     */
    public static int join(byte[] text, int from, int to) {
        int end = from;
        boolean fresh = true;
        int line = from;
        while (line < to) {
            int lineEnd = lineEnd(text, line, to);
            if (JsonBytes.startsWith(text, line, lineEnd, DATA)) {
                int length = lineEnd - line - DATA.length;
                end = fresh ? from : end;
                fresh = false;
                System.arraycopy(text, line + DATA.length, text, end, length);
                end += length;
            } else if (lineEnd == line) {
                fresh = true;
            }
            line = lineEnd + 1;
        }
        return end;
    }

    private static int lineEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '\n') {
            at++;
        }
        return at;
    }
}
