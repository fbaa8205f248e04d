package dev.tollgate.gateway.edge.stream;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Messages as server-sent events (HTML, "Server-sent events"). */
public final class EventText {
    /** A comment, which no client reads, so that nobody on the way takes a quiet stream for a dead one. */
    static final String KEEP_ALIVE = ": keep-alive\n\n";

    private static final byte[] BEGIN = "event: message\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private EventText() {}

    /**
     * One event. JSON holds line breaks between tokens only, where a space means the same and does not end the event.
     *
     * @param id by which the stream can be taken up behind it; absent on streams that cannot be
     */
    public static Buffer of(Buffer message, @Nullable String id) {
        byte[] bytes = message.getBytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        int idLength = id == null ? 0 : id.length() + 5;
        Buffer event = Buffer.buffer(BEGIN.length + idLength + DATA.length + bytes.length + END.length)
                .appendBytes(BEGIN);
        if (id != null) {
            event.appendString("id: ").appendString(id).appendString("\n");
        }
        return event.appendBytes(DATA).appendBytes(bytes).appendBytes(END);
    }

    /** Says nothing but where the stream can be taken up, and how soon (2025-11-25, "Sending Messages to the Server"). */
    static Buffer priming(String id, long retryMillis) {
        return Buffer.buffer("id: " + id + "\nretry: " + retryMillis + "\ndata: \n\n");
    }
}
