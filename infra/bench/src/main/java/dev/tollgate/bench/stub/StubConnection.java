package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.MessageReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One peer: what it sent of a request, and what it has not yet taken of an answer. */
final class StubConnection {
    /** Of which each of many thousands of connections has a buffer. */
    private static final int REQUEST_BYTES_MAX = 8 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final MessageReader request = new MessageReader(REQUEST_BYTES_MAX);
    private @Nullable ByteBuffer untaken;

    StubConnection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    MessageReader request() {
        return request;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** False if the peer has hung up. */
    boolean read() throws IOException {
        return channel.read(request.space()) >= 0;
    }

    /** Sends what the peer takes now; the rest goes when it takes more. */
    void write(ByteBuffer out) throws IOException {
        if (untaken != null) {
            throw new IOException("the peer asks for more while it has not taken what it asked for");
        }
        channel.write(out);
        if (out.hasRemaining()) {
            untaken = ByteBuffer.allocate(out.remaining()).put(out).flip();
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    /** To be called when the peer takes more. */
    void writeRest() throws IOException {
        if (untaken != null) {
            channel.write(untaken);
            if (untaken.hasRemaining()) {
                return;
            }
            untaken = null;
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    boolean isBehind() {
        return untaken != null;
    }

    void close() throws IOException {
        channel.close();
    }
}
