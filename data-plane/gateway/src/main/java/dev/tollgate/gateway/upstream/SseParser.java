package dev.tollgate.gateway.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes a text/event-stream apart (WHATWG HTML, section 9.2.6) however it is cut into pieces. */
final class SseParser {
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] ID = {'i', 'd'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] RETRY = {'r', 'e', 't', 'r', 'y'};
    private static final byte[] MESSAGE = {'m', 'e', 's', 's', 'a', 'g', 'e'};
    private static final int BUFFER_BYTES = 512;
    /** A longer id is as none: it is sent back in a header. */
    private static final int ID_BYTES_MAX = 1_024;

    private static final int TYPE_BYTES_MAX = 64;
    private static final int RETRY_DIGITS_MAX = 9;

    /** Hears what is in the stream. */
    interface Events {
        /**
         * @param type as the event names it; absent for {@code message}
         * @param data in an array of its own
         */
        void event(@Nullable String type, byte[] data);

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
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String lastEventId;
    private long retryMillis = -1;

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
        int value = colon < end ? colon + 1 : end;
        value = value < end && bytes[value] == ' ' ? value + 1 : value;
        if (is(DATA, bytes, start, colon)) {
            addData(bytes, value, end);
        } else if (is(ID, bytes, start, colon)) {
            id = headerText(bytes, value, end);
        } else if (is(EVENT, bytes, start, colon)) {
            type = type(bytes, value, end);
        } else if (is(RETRY, bytes, start, colon)) {
            retry(bytes, value, end);
        }
    }

    private static boolean is(byte[] field, byte[] bytes, int start, int end) {
        return Arrays.equals(bytes, start, end, field, 0, field.length);
    }

    /** An id that cannot stand in a header is as none. */
    private static @Nullable String headerText(byte[] bytes, int start, int end) {
        if (start == end || end - start > ID_BYTES_MAX) {
            return null;
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return null;
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }

    private static @Nullable String type(byte[] bytes, int start, int end) {
        return start == end || is(MESSAGE, bytes, start, end)
                ? null
                : new String(bytes, start, Math.min(end - start, TYPE_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private void retry(byte[] bytes, int start, int end) {
        long millis = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return;
            }
            millis = 10 * millis + bytes[i] - '0';
        }
        if (start < end && end - start <= RETRY_DIGITS_MAX) {
            retryMillis = millis;
        }
    }

    /** Of the last event that was whole; absent if it has none. */
    @Nullable
    String lastEventId() {
        return lastEventId;
    }

    /** -1 if the stream does not say. */
    long retryMillis() {
        return retryMillis;
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
        lastEventId = id;
        String named = type;
        type = null;
        if (!hasData) {
            return;
        }
        byte[] whole = Arrays.copyOf(data, dataLength);
        dataLength = 0;
        hasData = false;
        events.event(named, whole);
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
