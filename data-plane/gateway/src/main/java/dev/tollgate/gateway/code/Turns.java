package dev.tollgate.gateway.code;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The processors that scripts may use at once, taken in turns: whoever waits for a tool has none, and nobody keeps one for long. Where
 * scripts have taken too much of the heap, the one whose turn it is rests, and all others with it.
 */
final class Turns {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long SLICE_BYTES = 1 << 20;
    /** What any script has of the heap: most have enough of it, and never rest, however many there are. */
    private static final long FREE_BYTES = 1 << 20;

    private final Semaphore free;
    private final Allocation allocation;

    Turns(int atOnce, Allocation allocation) {
        this.free = new Semaphore(atOnce, true);
        this.allocation = allocation;
    }

    /** Waits for a turn; whoever has it gives it back. */
    Turn take() {
        free.acquireUninterruptibly();
        return new Turn();
    }

    /** One thread's use of a processor. */
    final class Turn implements AutoCloseable {
        private long began = System.nanoTime();
        private long allocated = Allocation.ofThisThread();
        /** What it has taken that is not accounted for yet, less what any script has without account. */
        private long open = -FREE_BYTES;

        /** Lets others go first if this one has had its time, or its part of the heap. */
        void passOn() {
            count();
            boolean hadPart = open >= SLICE_BYTES;
            if (hadPart) {
                rest();
            }
            if (hadPart || System.nanoTime() - began >= SLICE_NANOS) {
                if (free.hasQueuedThreads()) {
                    free.release();
                    takeAgain();
                }
                began = System.nanoTime();
            }
        }

        private void count() {
            long now = Allocation.ofThisThread();
            open += now - allocated;
            allocated = now;
        }

        /** With its turn in hand: nobody else would have a part either. */
        private void rest() {
            allocation.took(open);
            open = 0;
            allocation.rest();
        }

        void giveBack() {
            count();
            free.release();
        }

        void takeAgain() {
            free.acquireUninterruptibly();
            allocated = Allocation.ofThisThread();
        }

        @Override
        public void close() {
            count();
            if (open > 0) {
                allocation.took(open);
            }
            free.release();
        }
    }
}
