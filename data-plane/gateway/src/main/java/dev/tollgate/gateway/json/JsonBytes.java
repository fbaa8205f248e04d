package dev.tollgate.gateway.json;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being put together into a message: literals, spliced spans, quoted strings. */
public final class JsonBytes {
    private byte[] bytes;
    private int length;

    public JsonBytes(int expectedLength) {
        bytes = new byte[Math.max(expectedLength, 16)];
    }

    public JsonBytes append(byte[] source, int start, int end) {
        int added = end - start;
        reserve(added);
        System.arraycopy(source, start, bytes, length, added);
        length += added;
        return this;
    }

    public JsonBytes append(byte[] source) {
        return append(source, 0, source.length);
    }

    public JsonBytes append(byte[] source, Span span) {
        return append(source, span.start(), span.end());
    }

    public JsonBytes append(Buffer source, int start, int end) {
        int added = end - start;
        reserve(added);
        source.getBytes(start, end, bytes, length);
        length += added;
        return this;
    }

    public JsonBytes append(Buffer source) {
        return append(source, 0, source.length());
    }

    private void reserve(int added) {
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + added));
        }
    }

    public JsonBytes append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Text that is JSON already. */
    public JsonBytes raw(String json) {
        return append(json.getBytes(StandardCharsets.UTF_8));
    }

    public JsonBytes quoted(String text) {
        return append(JsonText.quote(text));
    }

    public JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was put together, without a copy: nothing may be appended afterwards. */
    public Buffer toBuffer() {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
    }
}
