package dev.tollgate.gateway.edge.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event that a client had last, opened.
 *
 * @param sealed the stream's name as the client sent it
 * @param number of the event; the client's own word, which is of use on its own stream only
 * @param last whether nothing follows it
 */
public record EventName(Stream stream, String sealed, long number, boolean last) {
    /** What it was said on. */
    public sealed interface Stream {}

    /**
     * The stream of a call.
     *
     * @param url of the gateway that makes the call, without a path
     * @param requestId the agent's, as JSON
     */
    public record OfCall(UUID number, String url, String requestId) implements Stream {}

    /** A stream on which a session hears what happens outside its calls. */
    public record OfSession() implements Stream {}

    /** The id of an event that is put behind it and ends the stream. */
    public String closing() {
        return sealed + EventNames.NUMBER + (number + 1) + EventNames.LAST;
    }

    /** The number in an event's id; negative if there is none. */
    static long number(String id, int from, boolean last) {
        try {
            return Long.parseLong(id.substring(from, last ? id.length() - 1 : id.length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static @Nullable EventName of(Stream stream, String id, int colon) {
        boolean last = id.charAt(id.length() - 1) == EventNames.LAST;
        long number = number(id, colon + 1, last);
        return number < 0 ? null : new EventName(stream, id.substring(0, colon), number, last);
    }
}
