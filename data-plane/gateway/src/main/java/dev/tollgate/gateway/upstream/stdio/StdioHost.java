package dev.tollgate.gateway.upstream.stdio;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What all processes of a gateway share: places for them, the thread that starts them, request ids and a timer. */
final class StdioHost implements AutoCloseable {
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

    boolean takePlace() {
        return places.tryAcquire();
    }

    void leavePlace() {
        places.release();
    }

    int processes() {
        return bounds.processesMax() - places.availablePermits();
    }

    /** Unique in the gateway, from 1. */
    long nextRequestId() {
        return requestIds.incrementAndGet();
    }

    long nanoTime() {
        return System.nanoTime();
    }

    void later(Duration delay, Runnable work) {
        schedule(delay, null, work);
    }

    void every(Duration period, Runnable work) {
        schedule(period, period, work);
    }

    private void schedule(Duration delay, @Nullable Duration period, Runnable work) {
        if (period == null) {
            var _ = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            var _ = timer.scheduleWithFixedDelay(work, delay.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        spawner.close();
    }
}
