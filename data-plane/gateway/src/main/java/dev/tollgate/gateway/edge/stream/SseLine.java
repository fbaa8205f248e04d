package dev.tollgate.gateway.edge.stream;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP response as a stream of events, begun by the first word on it. Made on the response's event loop and used from
 * that or one other; what the one says keeps its order.
 */
public final class SseLine {
    /** Between two comments on a stream that is otherwise quiet. */
    static final long KEEP_ALIVE_MILLIS = 15_000;

    private static final int NO_CONTENT = 204;
    private static final CharSequence EVENT_STREAM = HttpHeaders.createOptimized("text/event-stream");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("x-accel-buffering");
    private static final CharSequence NO = HttpHeaders.createOptimized("no");

    private final HttpServerResponse response;
    private final ContextInternal context = (ContextInternal) Vertx.currentContext();
    private boolean begun;
    private volatile boolean ended;
    private long keepAlive;

    public SseLine(HttpServerResponse response) {
        this.response = response;
    }

    /** Whether the client does not keep up: what is written now waits in memory. */
    public boolean isFull() {
        return !ended && !response.closed() && response.writeQueueFull();
    }

    /** Begins the stream although nothing is said yet: the head goes out with the first bytes only. */
    public void open() {
        write(Buffer.buffer(EventText.KEEP_ALIVE));
    }

    public void write(Buffer event) {
        onLoop(() -> {
            if (isOpen()) {
                begin();
                response.write(event);
            }
        });
    }

    /**
     * Ends the stream.
     *
     * @param event the last; absent if there is none
     */
    public void end(@Nullable Buffer event) {
        onLoop(() -> {
            if (isOpen()) {
                begin();
                ended = true;
                context.owner().cancelTimer(keepAlive);
                response.end(event == null ? Buffer.buffer() : event);
            }
        });
    }

    /** In place of a stream: there will never be more, so that a client need not come again (HTML, "Server-sent events"). */
    public void nothing() {
        onLoop(() -> {
            if (isOpen() && !begun) {
                ended = true;
                response.setStatusCode(NO_CONTENT).end();
            }
        });
    }

    /** What to do, on the response's event loop, if the connection breaks before the end. */
    public void onBroken(Runnable action) {
        response.closeHandler(_ -> {
            if (!ended) {
                ended = true;
                context.owner().cancelTimer(keepAlive);
                action.run();
            }
        });
    }

    private boolean isOpen() {
        return !ended && !response.closed();
    }

    private void onLoop(Runnable word) {
        if (context.nettyEventLoop().inEventLoop()) {
            word.run();
        } else {
            context.runOnContext(_ -> word.run());
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        response.setChunked(true);
        response.putHeader(HttpHeaders.CONTENT_TYPE, EVENT_STREAM);
        response.putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        response.putHeader(ACCEL_BUFFERING, NO);
        keepAlive = context.owner().setPeriodic(KEEP_ALIVE_MILLIS, _ -> keepAlive());
    }

    private void keepAlive() {
        if (!isOpen()) {
            context.owner().cancelTimer(keepAlive);
        } else if (!response.writeQueueFull()) {
            response.write(EventText.KEEP_ALIVE);
        }
    }
}
