package dev.tollgate.gateway.code;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all scripts share beyond the little that each has. */
final class MemoryPool {
    /** What a script has without asking. */
    static final long OWN_BYTES = 1 << 20;

    private static final long STEP_BYTES = 1 << 20;

    private final AtomicLong free;

    MemoryPool(long bytes) {
        free = new AtomicLong(bytes);
    }

    long free() {
        return free.get();
    }

    private boolean take(long bytes) {
        long left = free.addAndGet(-bytes);
        if (left < 0) {
            free.addAndGet(bytes);
        }
        return left >= 0;
    }

    Share share() {
        return new Share();
    }

    /** One run's part, used on its thread. */
    final class Share implements AutoCloseable {
        private long taken;

        /** Whether so much is there for the run, all that it has included. */
        boolean holds(long bytes) {
            long missing = bytes - OWN_BYTES - taken;
            if (missing <= 0) {
                return true;
            }
            long more = Math.ceilDiv(missing, STEP_BYTES) * STEP_BYTES;
            boolean there = take(more);
            taken += there ? more : 0;
            return there;
        }

        @Override
        public void close() {
            free.addAndGet(taken);
            taken = 0;
        }
    }
}
