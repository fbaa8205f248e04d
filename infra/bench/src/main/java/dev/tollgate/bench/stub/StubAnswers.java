package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.JsonBytes;
import dev.tollgate.bench.wire.MessageReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the stub answers: MCP's legacy handshake, one page of tools, and for each call a text of fixed size that ends in
 * the marker found in the arguments. Answers are pieces laid side by side, so that the stub costs little beside what it
 * is measured with.
 */
final class StubAnswers {
    private static final byte[] POST = ascii("POST ");
    private static final byte[] ID = ascii("id");
    private static final byte[] METHOD = ascii("method");
    private static final byte[] PARAMS = ascii("params");
    private static final byte[] ARGUMENTS = ascii("arguments");
    private static final byte[] MARKER = ascii("marker");
    private static final byte[] VERSION = ascii("protocolVersion");
    private static final byte[] CALL = ascii("\"tools/call\"");
    private static final byte[] LIST = ascii("\"tools/list\"");
    private static final byte[] INITIALIZE = ascii("\"initialize\"");
    private static final byte[] PING = ascii("\"ping\"");
    private static final byte[] NEWEST_VERSION = ascii("\"2025-11-25\"");

    private static final byte[] OK = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ");
    private static final byte[] ACCEPTED = ascii("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] NOT_ALLOWED =
            ascii("HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
    private static final byte[] BEFORE_ID = ascii("{\"jsonrpc\":\"2.0\",\"id\":");
    private static final byte[] EMPTY_RESULT = ascii(",\"result\":{}}");
    private static final byte[] NO_SUCH_METHOD =
            ascii(",\"error\":{\"code\":-32601,\"message\":\"the stub has no such method\"}}");
    private static final byte[] BEFORE_VERSION = ascii(",\"result\":{\"protocolVersion\":");
    private static final byte[] AFTER_VERSION = ascii(",\"capabilities\":{\"tools\":{}},"
            + "\"serverInfo\":{\"name\":\"tollgate-bench-stub\",\"version\":\"1\"}}}");
    private static final byte[] AFTER_MARKER = ascii("\"}],\"isError\":false}}");

    private final byte[] textUpToMarker;
    private final byte[] tools;

    /**
     * @param answerBytes about how long the body of an answer to a call shall be
     * @param toolCount how many tools are listed
     */
    StubAnswers(int answerBytes, int toolCount) {
        String start = ",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"";
        int around = BEFORE_ID.length + start.length() + AFTER_MARKER.length + 30;
        this.textUpToMarker = ascii(start + "lorem ".repeat(Math.max(0, answerBytes - around) / 6));
        StringBuilder list = new StringBuilder(",\"result\":{\"tools\":[");
        for (int i = 0; i < toolCount; i++) {
            list.append(i == 0 ? "" : ",").append(StubTools.definition(i, "stub"));
        }
        this.tools = ascii(list.append("]}}").toString());
    }

    /** Appends the whole HTTP answer to a whole request. */
    void answer(MessageReader request, ByteBuffer out) {
        byte[] text = request.bytes();
        int from = request.bodyStart();
        int to = request.bodyEnd();
        if (!request.startsWith(POST)) {
            out.put(NOT_ALLOWED);
            return;
        }
        int id = JsonBytes.member(text, from, to, ID);
        if (id == JsonBytes.NONE) {
            out.put(ACCEPTED);
            return;
        }
        int idLength = JsonBytes.valueEnd(text, id, to) - id;
        int method = JsonBytes.member(text, from, to, METHOD);
        int params = JsonBytes.member(text, from, to, PARAMS);
        if (JsonBytes.startsWith(text, method, to, CALL)) {
            call(text, id, idLength, params, to, out);
        } else if (JsonBytes.startsWith(text, method, to, LIST)) {
            whole(text, id, idLength, tools, out);
        } else if (JsonBytes.startsWith(text, method, to, INITIALIZE)) {
            initialize(text, id, idLength, params, to, out);
        } else if (JsonBytes.startsWith(text, method, to, PING)) {
            whole(text, id, idLength, EMPTY_RESULT, out);
        } else {
            whole(text, id, idLength, NO_SUCH_METHOD, out);
        }
    }

    private void call(byte[] text, int id, int idLength, int params, int to, ByteBuffer out) {
        int arguments = params == JsonBytes.NONE ? JsonBytes.NONE : JsonBytes.member(text, params, to, ARGUMENTS);
        int marker = arguments == JsonBytes.NONE ? JsonBytes.NONE : JsonBytes.member(text, arguments, to, MARKER);
        boolean marked = marker != JsonBytes.NONE && text[marker] == '"';
        int markerLength = marked ? JsonBytes.valueEnd(text, marker, to) - marker - 2 : 0;
        head(BEFORE_ID.length + idLength + textUpToMarker.length + markerLength + AFTER_MARKER.length, out);
        out.put(BEFORE_ID).put(text, id, idLength).put(textUpToMarker);
        if (marked) {
            out.put(text, marker + 1, markerLength);
        }
        out.put(AFTER_MARKER);
    }

    private static void initialize(byte[] text, int id, int idLength, int params, int to, ByteBuffer out) {
        int asked = params == JsonBytes.NONE ? JsonBytes.NONE : JsonBytes.member(text, params, to, VERSION);
        byte[] version = asked == JsonBytes.NONE
                ? NEWEST_VERSION
                : Arrays.copyOfRange(text, asked, JsonBytes.valueEnd(text, asked, to));
        head(BEFORE_ID.length + idLength + BEFORE_VERSION.length + version.length + AFTER_VERSION.length, out);
        out.put(BEFORE_ID)
                .put(text, id, idLength)
                .put(BEFORE_VERSION)
                .put(version)
                .put(AFTER_VERSION);
    }

    private static void whole(byte[] text, int id, int idLength, byte[] rest, ByteBuffer out) {
        head(BEFORE_ID.length + idLength + rest.length, out);
        out.put(BEFORE_ID).put(text, id, idLength).put(rest);
    }

    private static void head(int bodyBytes, ByteBuffer out) {
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
