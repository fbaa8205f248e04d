package dev.tollgate.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Gathers one HTTP/1.1 message, request or answer, with a body of stated length or in chunks. Bytes are read into
 * {@link #space()}; once {@link #advance} says that the message is whole, its parts are ranges of {@link #bytes()}.
 */
public final class MessageReader {
    public static final int MESSAGE_BYTES_MAX = 1 << 20;

    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_OPEN = -1;
    private static final int LENGTH_CHUNKED = -1;

    private final ByteBuffer buffer;
    private final byte[] bytes;
    private int headEnd = HEAD_OPEN;
    private int scanned;
    private int contentLength;
    private int bodyEnd;
    private int wholeEnd;

    public MessageReader() {
        this(MESSAGE_BYTES_MAX);
    }

    /**
     * @param bytesMax the longest message that is read here, where it is less than {@link #MESSAGE_BYTES_MAX}
     */
    public MessageReader(int bytesMax) {
        this.buffer = ByteBuffer.allocate(bytesMax);
        this.bytes = buffer.array();
    }

    /** Where to read further bytes to. It has no room left only if the message is longer than the maximum. */
    public ByteBuffer space() {
        return buffer;
    }

    /**
     * Looks at what was read since the last call.
     *
     * @throws MalformedMessage if it is no HTTP/1.1 message, or longer than its maximum
     */
    public boolean advance() {
        if (headEnd == HEAD_OPEN && !readHead()) {
            checkRoom();
            return false;
        }
        boolean whole = contentLength == LENGTH_CHUNKED ? readChunks() : readLength();
        if (!whole) {
            checkRoom();
        }
        return whole;
    }

    /** Forgets the message that was read; what came behind it is kept as the start of the next. */
    public void next() {
        buffer.flip().position(wholeEnd);
        buffer.compact();
        headEnd = HEAD_OPEN;
        scanned = 0;
    }

    /** Forgets everything, for a new connection. */
    public void clear() {
        buffer.clear();
        headEnd = HEAD_OPEN;
        scanned = 0;
    }

    /** Whether nothing was read of a next message. */
    public boolean isEmpty() {
        return buffer.position() == 0;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int bodyStart() {
        return headEnd;
    }

    public int bodyEnd() {
        return bodyEnd;
    }

    /** The three digits of an answer's first line. */
    public int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    }

    public boolean startsWith(byte[] prefix) {
        return JsonBytes.startsWith(bytes, 0, headEnd, prefix);
    }

    private boolean readHead() {
        int end = buffer.position();
        for (int i = Math.max(0, scanned - 3); i + 3 < end; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                headEnd = i + 4;
                contentLength = bodyLength();
                return true;
            }
        }
        scanned = end;
        return false;
    }

    private int bodyLength() {
        for (int line = nextLine(0); line < headEnd - 2; line = nextLine(line)) {
            if (matches(line, CONTENT_LENGTH)) {
                return number(line + CONTENT_LENGTH.length);
            }
            if (matches(line, CHUNKED)) {
                return LENGTH_CHUNKED;
            }
        }
        return 0;
    }

    private int nextLine(int from) {
        int i = from;
        while (bytes[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    private boolean matches(int line, byte[] lowerCase) {
        if (headEnd - line < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte c = bytes[line + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int i = at;
        while (bytes[i] == ' ') {
            i++;
        }
        int value = 0;
        for (; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
            if (value > MESSAGE_BYTES_MAX) {
                throw new MalformedMessage("its length is beyond " + MESSAGE_BYTES_MAX);
            }
        }
        return value;
    }

    private boolean readLength() {
        bodyEnd = headEnd + contentLength;
        wholeEnd = bodyEnd;
        return buffer.position() >= bodyEnd;
    }

    /** Walks all chunks from the first, and moves them together only when the last is there. Bodies here have 70 at most. */
    private boolean readChunks() {
        int last = walkChunks(false);
        if (last < 0) {
            return false;
        }
        wholeEnd = last;
        walkChunks(true);
        return true;
    }

    private int walkChunks(boolean join) {
        int at = headEnd;
        int joined = headEnd;
        while (true) {
            int lineEnd = at;
            while (lineEnd < buffer.position() && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd >= buffer.position()) {
                return -1;
            }
            int size = hex(at, lineEnd);
            int dataEnd = lineEnd + 1 + size;
            if (dataEnd + 2 > buffer.position()) {
                return -1;
            }
            if (size == 0) {
                bodyEnd = joined;
                return dataEnd + 2;
            }
            if (join) {
                System.arraycopy(bytes, lineEnd + 1, bytes, joined, size);
                joined += size;
            }
            at = dataEnd + 2;
        }
    }

    private int hex(int from, int to) {
        int value = 0;
        for (int i = from; i < to && Character.digit(bytes[i], 16) >= 0; i++) {
            value = value * 16 + Character.digit(bytes[i], 16);
            if (value > MESSAGE_BYTES_MAX) {
                throw new MalformedMessage("a chunk is beyond " + MESSAGE_BYTES_MAX);
            }
        }
        return value;
    }

    private void checkRoom() {
        if (!buffer.hasRemaining()) {
            throw new MalformedMessage("it is longer than " + buffer.capacity() + " bytes");
        }
    }
}
