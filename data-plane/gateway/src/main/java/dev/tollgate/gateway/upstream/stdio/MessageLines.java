package dev.tollgate.gateway.upstream.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A process's output as lines, each one message. A line over the bound is an error rather than a cut. */
final class MessageLines {
    private final InputStream input;
    private final int lineBytesMax;
    private final byte[] chunk = new byte[8 * 1024];
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[8 * 1024];

    MessageLines(InputStream input, int lineBytesMax) {
        this.input = input;
        this.lineBytesMax = lineBytesMax;
    }

    /** The next line without its line feed; null at the end of the output. */
    byte @Nullable [] next() throws IOException {
        int length = 0;
        while (true) {
            if (chunkAt == chunkEnd && !fill()) {
                return null;
            }
            int end = lineFeed();
            length = append(length, end);
            if (end < chunkEnd) {
                chunkAt = end + 1;
                return Arrays.copyOf(line, length);
            }
            chunkAt = end;
        }
    }

    private boolean fill() throws IOException {
        chunkAt = 0;
        chunkEnd = Math.max(input.read(chunk), 0);
        return chunkEnd > 0;
    }

    private int lineFeed() {
        int at = chunkAt;
        while (at < chunkEnd && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private int append(int length, int end) throws IOException {
        int added = end - chunkAt;
        if (length + added > lineBytesMax) {
            throw new IOException("a message has more than " + lineBytesMax + " bytes");
        }
        if (length + added > line.length) {
            line = Arrays.copyOf(line, Math.min(Math.max(line.length * 2, length + added), lineBytesMax));
        }
        System.arraycopy(chunk, chunkAt, line, length, added);
        return length + added;
    }
}
