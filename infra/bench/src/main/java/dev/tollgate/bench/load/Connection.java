package dev.tollgate.bench.load;

import dev.tollgate.bench.wire.EventBody;
import dev.tollgate.bench.wire.MessageReader;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection with at most one call under way. */
final class Connection {
    private static final int SAMPLE_CHARS_MAX = 400;
    private static final int WRITES_MAX = 10_000;

    private final Target target;
    private final Selector selector;
    private final CallTemplate template;
    private final MessageReader answer = new MessageReader();
    private SocketChannel channel;
    private boolean busy;
    private long dueNanos;

    Connection(Target target, Selector selector) throws IOException {
        this.target = target;
        this.selector = selector;
        this.template = new CallTemplate(target);
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel opened = SocketChannel.open(target.address());
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Forgets the call under way and dials again. */
    void reconnect() throws IOException {
        close();
        answer.clear();
        busy = false;
        channel = connect();
    }

    /**
     * @param due from when the call's latency counts
     */
    void send(long number, long due) throws IOException {
        busy = true;
        dueNanos = due;
        ByteBuffer request = template.number(number);
        for (int writes = 0; request.hasRemaining(); writes++) {
            if (writes > WRITES_MAX) {
                throw new IOException("the peer does not read");
            }
            channel.write(request);
        }
    }

    /** Reads what is there; whether the answer is whole now. */
    boolean read() throws IOException {
        if (channel.read(answer.space()) < 0) {
            throw new IOException("the peer hung up");
        }
        if (!busy) {
            throw new IOException("the peer sent what nobody asked for");
        }
        return answer.advance();
    }

    Verdict judge() {
        byte[] bytes = answer.bytes();
        int from = answer.bodyStart();
        int to = answer.bodyEnd();
        int end = EventBody.is(bytes, from, to) ? EventBody.join(bytes, from, to) : to;
        return AnswerCheck.judge(answer.status(), bytes, from, end, template.id(), template.marker());
    }

    /** The answer in short, for a report. Stub and gateway send no secrets in answers. */
    String sample() {
        int length = Math.min(SAMPLE_CHARS_MAX, answer.bodyEnd() - answer.bodyStart());
        return answer.status() + " " + new String(answer.bytes(), answer.bodyStart(), length, StandardCharsets.UTF_8);
    }

    /** Frees the connection for its next call. */
    void done() {
        busy = false;
        answer.next();
    }

    boolean isBusy() {
        return busy;
    }

    long dueNanos() {
        return dueNanos;
    }

    void close() throws IOException {
        channel.close();
    }
}
