package dev.tollgate.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Collects a request's body, up to a size; {@link SlowBodies} watches over the time that it takes. */
final class BodyReader {
    private static final int FIRST_BYTES = 2_048;

    private final HttpServerRequest request;
    private final long startedNanos;
    private final Consumer<byte[]> whole;
    private final BiConsumer<Fault, String> failed;
    private final Consumer<BodyReader> ended;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean done;

    /**
     * @param ended told once, when nothing more is read, whether that went well or not
     */
    BodyReader(
            HttpServerRequest request,
            long startedNanos,
            Consumer<byte[]> whole,
            BiConsumer<Fault, String> failed,
            Consumer<BodyReader> ended) {
        this.request = request;
        this.startedNanos = startedNanos;
        this.whole = whole;
        this.failed = failed;
        this.ended = ended;
    }

    void start() {
        request.handler(this::take);
        request.endHandler(_ -> finish());
        request.exceptionHandler(_ -> stop());
    }

    private void take(Buffer chunk) {
        if (done) {
            return;
        }
        int added = chunk.length();
        if (length + added > Bounds.BODY_BYTES_MAX) {
            fail(Fault.BODY_TOO_LARGE, "A request has at most " + Bounds.BODY_BYTES_MAX + " bytes.");
            return;
        }
        if (length + added > bytes.length) {
            // The first chunk is mostly the whole body, and is then held in an array of just its size.
            int grown = length == 0 ? added : Math.max(FIRST_BYTES, 2 * (length + added));
            bytes = Arrays.copyOf(bytes, grown);
        }
        chunk.getBytes(bytes, length);
        length += added;
    }

    private void finish() {
        if (!done) {
            stop();
            whole.accept(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        }
    }

    /** Fails if it has taken too long. To be called on the request's own event loop. */
    void check(long nowNanos) {
        if (!done && nowNanos - startedNanos > Bounds.BODY_MILLIS_MAX * 1_000_000) {
            fail(Fault.BODY_TOO_SLOW, "A request's body arrives within " + Bounds.BODY_MILLIS_MAX + " ms.");
        }
    }

    private void fail(Fault fault, String message) {
        stop();
        failed.accept(fault, message);
    }

    private void stop() {
        if (!done) {
            done = true;
            ended.accept(this);
        }
    }
}
