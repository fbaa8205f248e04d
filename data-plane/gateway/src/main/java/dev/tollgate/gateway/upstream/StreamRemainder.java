package dev.tollgate.gateway.upstream;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What follows the answer in a stream: let run out, so that the connection can be used again, but not for long. */
final class StreamRemainder {
    private static final int BYTES_MAX = 64 << 10;
    private static final long MILLIS_MAX = 1_000;

    private final HttpClientResponse response;
    private final EventLoop loop;
    private @Nullable ScheduledFuture<?> limit;
    private boolean ended;
    private int bytes;

    StreamRemainder(HttpClientResponse response, EventLoop loop) {
        this.response = response;
        this.loop = loop;
    }

    void begin() {
        if (!ended) {
            limit = loop.schedule(this::cutOff, MILLIS_MAX, TimeUnit.MILLISECONDS);
        }
    }

    void add(int more) {
        bytes += more;
        if (bytes > BYTES_MAX) {
            cutOff();
        }
    }

    void end() {
        ended = true;
        if (limit != null) {
            limit.cancel(false);
        }
    }

    private void cutOff() {
        if (!ended) {
            end();
            response.request().reset();
        }
    }
}
