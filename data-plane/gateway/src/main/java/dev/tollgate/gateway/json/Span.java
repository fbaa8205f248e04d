package dev.tollgate.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stretch of a byte array, {@code start} included, {@code end} not. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span runs forward, not from " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public byte[] of(byte[] bytes) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    public String text(byte[] bytes) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
