package dev.tollgate.gateway.code;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The processors that scripts may use at once, taken in turns: whoever waits for a tool has none, and nobody keeps one for long. */
final class Turns {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Semaphore free;

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
    }

    /** Waits for a turn; whoever has it gives it back. */
    Turn take() {
        free.acquireUninterruptibly();
        return new Turn();
    }

    /** One thread's use of a processor. */
    final class Turn implements AutoCloseable {
        private long began = System.nanoTime();

        /** Lets others go first if this one has had its time. */
        void passOn() {
            if (System.nanoTime() - began >= SLICE_NANOS) {
                if (free.hasQueuedThreads()) {
                    giveBack();
                    takeAgain();
                }
                began = System.nanoTime();
            }
        }

        void giveBack() {
            free.release();
        }

        void takeAgain() {
            free.acquireUninterruptibly();
        }

        @Override
        public void close() {
            giveBack();
        }
    }
}
