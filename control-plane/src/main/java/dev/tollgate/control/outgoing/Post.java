package dev.tollgate.control.outgoing;

import java.util.Map;

/** A body to send, and headers with it; either may hold secrets. */
public record Post(String contentType, Map<String, String> headers, byte[] body) {
    public static final int BODY_BYTES_MAX = 64 * 1024;

    public Post {
        headers = Map.copyOf(headers);
        if (body.length > BODY_BYTES_MAX) {
            throw new IllegalArgumentException("would be sent more than " + BODY_BYTES_MAX + " bytes");
        }
    }

    @Override
    public String toString() {
        return "post of " + body.length + " bytes";
    }
}
