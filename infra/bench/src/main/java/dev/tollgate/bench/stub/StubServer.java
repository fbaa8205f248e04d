package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.MalformedMessage;
import dev.tollgate.bench.wire.MessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Serves {@link StubAnswers} on loopback from one thread. Each connection has one message under way at a time, as MCP
 * clients do over HTTP/1.1.
 */
public final class StubServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int OUT_BYTES_MAX = 8 << 20;

    private final StubAnswers answers;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES_MAX);

    /**
     * @param port where to listen; 0 for any free one
     * @param answerBytes about how long an answer's body shall be
     */
    public StubServer(int port, int answerBytes, int toolCount) throws IOException {
        this.answers = new StubAnswers(answerBytes, toolCount);
        this.selector = Selector.open();
        this.listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    /** Serves until {@link #close()}. */
    public void serve() throws IOException {
        while (selector.isOpen()) {
            selector.select(this::ready);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read((SocketChannel) key.channel(), (MessageReader) key.attachment());
            }
        } catch (IOException | MalformedMessage e) {
            hangUp(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new MessageReader());
        }
    }

    private void read(SocketChannel channel, MessageReader request) throws IOException {
        if (channel.read(request.space()) < 0) {
            channel.close();
            return;
        }
        out.clear();
        while (request.advance()) {
            answers.answer(request, out);
            request.next();
            if (request.isEmpty()) {
                break;
            }
        }
        out.flip();
        // The peer waits for this answer and reads it; the socket's buffer is larger than any of them but a long list.
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    private static void hangUp(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        listener.close();
    }
}
