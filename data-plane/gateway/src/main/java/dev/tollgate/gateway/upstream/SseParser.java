package dev.tollgate.gateway.upstream;

import java.util.Arrays;

/**
 * Takes a text/event-stream apart (WHATWG HTML, section 9.2.6) however it is cut into pieces. Only the data of an event
 * is kept: MCP uses nothing else of it here.
 */
final class SseParser {
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final int BUFFER_BYTES = 512;

    /** Hears what is in the stream. */
    interface Events {
        /** The event's data, in an array of its own. */
        void event(byte[] data);

        /** A line or an event has outgrown its bound; the rest of the stream is not looked at. */
        void tooLarge();
    }

    private final int bytesMax;
    private final Events events;
    private byte[] line = new byte[BUFFER_BYTES];
    private int lineLength;
    private byte[] data = new byte[BUFFER_BYTES];
    private int dataLength;
    private boolean hasData;
    private boolean afterCarriageReturn;
    private boolean beforeFirstLine = true;
    private boolean stopped;

    SseParser(int bytesMax, Events events) {
        this.bytesMax = bytesMax;
        this.events = events;
    }

    void feed(byte[] chunk) {
        int start = 0;
        for (int i = 0; i < chunk.length && !stopped; i++) {
            byte b = chunk[i];
            if (b == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                start = i + 1;
            } else if (b == '\n' || b == '\r') {
                afterCarriageReturn = b == '\r';
                endLine(chunk, start, i);
                start = i + 1;
            } else {
                afterCarriageReturn = false;
            }
        }
        keep(chunk, start, chunk.length);
    }

    /** Nothing more is wanted, not even of the piece being fed. */
    void stop() {
        stopped = true;
    }

    private void keep(byte[] chunk, int start, int end) {
        if (!fits(lineLength, end - start)) {
            return;
        }
        line = ensure(line, lineLength, end - start);
        System.arraycopy(chunk, start, line, lineLength, end - start);
        lineLength += end - start;
    }

    private void endLine(byte[] chunk, int start, int end) {
        if (lineLength == 0) {
            line(chunk, start, end);
            return;
        }
        keep(chunk, start, end);
        int length = lineLength;
        lineLength = 0;
        line(line, 0, length);
    }

    private void line(byte[] bytes, int from, int end) {
        if (stopped) {
            return;
        }
        int start = beforeFirstLine ? skipByteOrderMark(bytes, from, end) : from;
        beforeFirstLine = false;
        if (start == end) {
            endEvent();
            return;
        }
        int colon = indexOfColon(bytes, start, end);
        if (!Arrays.equals(bytes, start, colon, DATA, 0, DATA.length)) {
            return;
        }
        int value = colon < end ? colon + 1 : end;
        addData(bytes, value < end && bytes[value] == ' ' ? value + 1 : value, end);
    }

    private static int skipByteOrderMark(byte[] bytes, int start, int end) {
        boolean mark = end - start >= 3
                && bytes[start] == (byte) 0xef
                && bytes[start + 1] == (byte) 0xbb
                && bytes[start + 2] == (byte) 0xbf;
        return mark ? start + 3 : start;
    }

    private static int indexOfColon(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == ':') {
                return i;
            }
        }
        return end;
    }

    private void addData(byte[] bytes, int start, int end) {
        if (!fits(dataLength, end - start + 1)) {
            return;
        }
        data = ensure(data, dataLength, end - start + 1);
        if (hasData) {
            data[dataLength++] = '\n';
        }
        hasData = true;
        System.arraycopy(bytes, start, data, dataLength, end - start);
        dataLength += end - start;
    }

    private void endEvent() {
        if (!hasData) {
            return;
        }
        byte[] whole = Arrays.copyOf(data, dataLength);
        dataLength = 0;
        hasData = false;
        events.event(whole);
    }

    private boolean fits(int length, int added) {
        if (!stopped && added > bytesMax - length) {
            stopped = true;
            events.tooLarge();
        }
        return !stopped;
    }

    private static byte[] ensure(byte[] buffer, int length, int added) {
        return length + added <= buffer.length
                ? buffer
                : Arrays.copyOf(buffer, Math.max(length + added, 2 * buffer.length));
    }
}
