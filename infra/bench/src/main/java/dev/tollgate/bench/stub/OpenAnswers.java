package dev.tollgate.bench.stub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The answers that have no end, each with word of progress a second after its last. */
final class OpenAnswers {
    private static final long EVERY_NANOS = 1_000_000_000L;
    private static final int EVENT_BYTES_MAX = 4 << 10;

    /** All wait equally long, so the first is always the next. */
    private final Deque<OpenAnswer> byDue = new ArrayDeque<>();

    private final ByteBuffer out = ByteBuffer.allocateDirect(EVENT_BYTES_MAX);

    private record OpenAnswer(StubConnection connection, Progress progress, long number, long dueNanos) {
        OpenAnswer next() {
            return new OpenAnswer(connection, progress, number + 1, dueNanos + EVERY_NANOS);
        }
    }

    void add(StubConnection connection, Progress progress) {
        byDue.add(new OpenAnswer(connection, progress, 1, System.nanoTime() + EVERY_NANOS));
    }

    /** Sends what is due; what its peer has closed is forgotten. */
    void sendDue() {
        for (OpenAnswer first = byDue.peek();
                first != null && first.dueNanos <= System.nanoTime();
                first = byDue.peek()) {
            byDue.remove();
            if (first.connection.isOpen()) {
                send(first);
            }
        }
    }

    private void send(OpenAnswer answer) {
        try {
            if (!answer.connection.isBehind()) {
                out.clear();
                Pieces.chunk(answer.progress.event(answer.number), out);
                answer.connection.write(out.flip());
            }
            byDue.add(answer.next());
        } catch (IOException e) {
            // The peer is gone, which is how these answers end; its connection is closed when that is read.
            return;
        }
    }

    /** How long until the next is due; 0 for ever. */
    long millisToNext() {
        OpenAnswer first = byDue.peek();
        return first == null ? 0 : Math.max(1, (first.dueNanos - System.nanoTime()) / 1_000_000);
    }
}
