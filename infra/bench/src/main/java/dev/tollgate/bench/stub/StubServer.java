package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.Era;
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
    /** Where no request is ever answered. */
    public static final String SILENT_PATH = "/silent";

    private static final int BACKLOG = 1024;
    private static final int OUT_BYTES_MAX = 8 << 20;

    private final StubAnswers answers;
    private final OpenAnswers open = new OpenAnswers();
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES_MAX);

    /** A stub of the legacy era. */
    public StubServer(int port, int answerBytes, int toolCount) throws IOException {
        this(port, answerBytes, toolCount, Era.LEGACY);
    }

    /**
     * @param port where to listen; 0 for any free one
     * @param answerBytes about how long an answer's body shall be
     */
    public StubServer(int port, int answerBytes, int toolCount, Era era) throws IOException {
        this.answers = new StubAnswers(answerBytes, toolCount, era);
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
            selector.select(this::ready, open.millisToNext());
            open.sendDue();
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
                return;
            }
            StubConnection connection = (StubConnection) key.attachment();
            if (key.isWritable()) {
                connection.writeRest();
            }
            if (key.isReadable()) {
                read(connection);
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
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new StubConnection(channel, key));
        }
    }

    private void read(StubConnection connection) throws IOException {
        if (!connection.read()) {
            connection.close();
            return;
        }
        MessageReader request = connection.request();
        out.clear();
        while (request.advance()) {
            Progress progress = answers.answer(request, out);
            if (progress != null) {
                open.add(connection, progress);
            }
            request.next();
            if (request.isEmpty()) {
                break;
            }
        }
        connection.write(out.flip());
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
