package dev.tollgate.starlark.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A string of bytes, immutable. */
public final class Bytes implements Value {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: nobody may change it afterwards. */
    public static Bytes owning(byte[] bytes) {
        return new Bytes(bytes);
    }

    public int length() {
        return bytes.length;
    }

    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    public byte[] copy() {
        return bytes.clone();
    }

    /** Read as UTF-8; what is none becomes U+FFFD. */
    public String decoded() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] array() {
        return bytes;
    }

    @Override
    public String type() {
        return "bytes";
    }

    @Override
    public boolean truth() {
        return bytes.length > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
