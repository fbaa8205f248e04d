package dev.tollgate.gateway.upstream.sse;

import dev.tollgate.gateway.upstream.pipe.PipeHost;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** What all connections of this kind share. */
final class SseHost implements PipeHost {
    static final int CONNECTIONS_MAX = 5_000;
    private static final int CALLS_MAX = 256;
    private static final Duration START_MAX = Duration.ofSeconds(10);
    private static final Duration IDLE_MAX = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Semaphore places = new Semaphore(CONNECTIONS_MAX);
    private final AtomicLong requestIds = new AtomicLong();

    SseHost(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public int callsMax() {
        return CALLS_MAX;
    }

    @Override
    public Duration startMax() {
        return START_MAX;
    }

    @Override
    public Duration idleMax() {
        return IDLE_MAX;
    }

    @Override
    public boolean takePlace() {
        return places.tryAcquire();
    }

    @Override
    public void leavePlace() {
        places.release();
    }

    @Override
    public long nextRequestId() {
        return requestIds.incrementAndGet();
    }

    @Override
    public void later(Duration delay, Runnable work) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> work.run());
    }
}
