package dev.tollgate.starlark.value;

/** Lengths in UTF-8, without writing it. */
public final class Utf8 {
    private Utf8() {}

    public static long length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate is half of a code point of four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
