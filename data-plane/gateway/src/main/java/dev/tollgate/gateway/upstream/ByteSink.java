package dev.tollgate.gateway.upstream;

import java.util.Arrays;

/** Bytes that arrive in pieces, up to a bound. One piece alone is not copied again. */
final class ByteSink {
    private final int bytesMax;
    private byte[] bytes = new byte[0];
    private int length;

    ByteSink(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** False if the piece goes beyond the bound; it is not taken then. */
    boolean add(byte[] piece) {
        if (piece.length > bytesMax - length) {
            return false;
        }
        if (length == 0) {
            bytes = piece;
        } else {
            if (length + piece.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + piece.length, Math.min(bytesMax, 2 * bytes.length)));
            }
            System.arraycopy(piece, 0, bytes, length, piece.length);
        }
        length += piece.length;
        return true;
    }

    /** Of these only the first {@link #length()} count. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }
}
