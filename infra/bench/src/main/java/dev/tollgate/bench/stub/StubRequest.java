package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.JsonBytes;
import dev.tollgate.bench.wire.MessageReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the members of the request stand that is being answered; one object for all of them, one after the other. */
final class StubRequest {
    private static final byte[] ID = Pieces.ascii("id");
    private static final byte[] METHOD = Pieces.ascii("method");
    private static final byte[] PARAMS = Pieces.ascii("params");
    private static final byte[] BEFORE_ID = Pieces.ascii("{\"jsonrpc\":\"2.0\",\"id\":");

    private byte[] text = {};
    private int to;
    private int id;
    private int idLength;
    private int method;
    private int params;

    void read(MessageReader request) {
        text = request.bytes();
        to = request.bodyEnd();
        int from = request.bodyStart();
        id = JsonBytes.member(text, from, to, ID);
        idLength = id == JsonBytes.NONE ? 0 : JsonBytes.valueEnd(text, id, to) - id;
        method = JsonBytes.member(text, from, to, METHOD);
        params = JsonBytes.member(text, from, to, PARAMS);
    }

    boolean hasId() {
        return id != JsonBytes.NONE;
    }

    /**
     * @param quoted the method with its quotes
     */
    boolean isOf(byte[] quoted) {
        return JsonBytes.startsWith(text, method, to, quoted);
    }

    /** Where the value stands that these names lead to from the params on, each within the last. */
    int at(byte[]... names) {
        int at = params;
        for (byte[] name : names) {
            at = at == JsonBytes.NONE ? at : JsonBytes.member(text, at, to, name);
        }
        return at;
    }

    int lengthOf(int value) {
        return JsonBytes.valueEnd(text, value, to) - value;
    }

    boolean startsWith(int value, byte[] prefix) {
        return JsonBytes.startsWith(text, value, to, prefix);
    }

    void put(int at, int length, ByteBuffer out) {
        out.put(text, at, length);
    }

    /** The value as it was sent, or null if there is none. */
    @Nullable
    String sent(int value) {
        return value == JsonBytes.NONE ? null : new String(text, value, lengthOf(value), StandardCharsets.UTF_8);
    }

    /** How long the beginning of the answer is. */
    int beginLength() {
        return BEFORE_ID.length + idLength;
    }

    /** The beginning of the answer, up to and with the id. */
    void begin(ByteBuffer out) {
        out.put(BEFORE_ID).put(text, id, idLength);
    }
}
