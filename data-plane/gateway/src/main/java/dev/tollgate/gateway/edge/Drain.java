package dev.tollgate.gateway.edge;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * How the gateway takes its leave. First it says that it is not ready and goes on serving, so that whoever chooses among
 * gateways turns to others; then it refuses what is new and lets what is under way end; each for no longer than a maximum.
 */
public final class Drain {
    private static final long LOOK_MILLIS = 10;

    /** Each lasts for the rest of the process. */
    private enum Phase {
        SERVING,
        LEAVING,
        CLOSED
    }

    private final CountDownLatch hurried = new CountDownLatch(1);
    private volatile Phase phase = Phase.SERVING;

    /** Whether connections are to be closed behind their answer, and the gateway is not ready any more. */
    public boolean isLeaving() {
        return phase != Phase.SERVING;
    }

    /** Whether requests are refused. */
    boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /**
     * Leaves; returns when nothing is under way any more, or when the time is up.
     *
     * @param notice for how long requests are still taken
     * @param patience for how long what is under way is waited for after that
     * @param underWay how many calls are
     * @return how many calls were under way in the end
     */
    int leave(Duration notice, Duration patience, IntSupplier underWay) throws InterruptedException {
        phase = Phase.LEAVING;
        pause(notice.toMillis());
        phase = Phase.CLOSED;
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        int left = underWay.getAsInt();
        while (left > 0 && hurried.getCount() > 0 && System.nanoTime() < deadlineNanos) {
            pause(LOOK_MILLIS);
            left = underWay.getAsInt();
        }
        return left;
    }

    private void pause(long millis) throws InterruptedException {
        // False is the usual end: nobody was in a hurry.
        boolean _ = hurried.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for nothing any more. */
    public void hurry() {
        hurried.countDown();
    }
}
