package dev.tollgate.gateway.edge.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;

/**
 * A stream that comes from another gateway and goes to an agent, no faster than the agent takes it. If it breaks in the
 * middle it ends: the agent comes again, as it does when it loses any other connection. Lives on one event loop.
 */
public final class PassedStream {
    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private boolean over;

    /**
     * @param to with its head ready and nothing written
     */
    public PassedStream(HttpClientResponse from, HttpServerResponse to) {
        this.from = from;
        this.to = to;
    }

    public void begin() {
        to.closeHandler(_ -> letGo());
        from.handler(this::pass).endHandler(_ -> end()).exceptionHandler(_ -> end());
    }

    private void pass(Buffer events) {
        if (to.closed()) {
            letGo();
        } else if (!over) {
            to.write(events);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(_ -> from.resume());
            }
        }
    }

    private void end() {
        if (!over) {
            over = true;
            if (!to.closed()) {
                to.end();
            }
        }
    }

    /** The agent is gone, which the other gateway is to know. */
    private void letGo() {
        if (!over) {
            over = true;
            from.request().reset();
        }
    }
}
