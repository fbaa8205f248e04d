package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.upstream.pipe.PipeHost;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What all processes of a gateway share: places for them, the thread that starts them, request ids and a timer. */
final class StdioHost implements PipeHost, AutoCloseable {
    private final StdioBounds bounds;
    private final Semaphore places;
    private final Spawner spawner = new Spawner();
    private final AtomicLong requestIds = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stdio-timer").daemon().factory());

    StdioHost(StdioBounds bounds) {
        this.bounds = bounds;
        this.places = new Semaphore(bounds.processesMax());
    }

    StdioBounds bounds() {
        return bounds;
    }

    Spawner spawner() {
        return spawner;
    }

    @Override
    public int callsMax() {
        return bounds.callsMax();
    }

    @Override
    public Duration startMax() {
        return bounds.startMax();
    }

    @Override
    public Duration idleMax() {
        return bounds.idleMax();
    }

    @Override
    public boolean takePlace() {
        return places.tryAcquire();
    }

    @Override
    public void leavePlace() {
        places.release();
    }

    int processes() {
        return bounds.processesMax() - places.availablePermits();
    }

    @Override
    public long nextRequestId() {
        return requestIds.incrementAndGet();
    }

    @Override
    public void later(Duration delay, Runnable work) {
        if (!timer.isShutdown()) {
            var _ = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void every(Duration period, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        spawner.close();
    }
}
