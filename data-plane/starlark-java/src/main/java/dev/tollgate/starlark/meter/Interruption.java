package dev.tollgate.starlark.meter;

import dev.tollgate.starlark.fault.CancelStop;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When a run should end, whether or not it is done. Asked every {@value Meter#POLL_STEPS} steps at the latest, on the
 * script's thread.
 */
@FunctionalInterface
public interface Interruption {
    /**
     * @param memoryBytes allocated over the run, those included that are about to be
     * @throws CancelStop when the run should end
     */
    void check(long memoryBytes);

    /** Never. */
    static Interruption none() {
        return _ -> {};
    }

    /** At the given time from now, or as soon as {@code cancelled} answers true. */
    static Interruption after(Duration time, BooleanSupplier cancelled) {
        return after(time, cancelled, System::nanoTime);
    }

    static Interruption after(Duration time, BooleanSupplier cancelled, LongSupplier nanoTime) {
        long start = nanoTime.getAsLong();
        long nanos = time.toNanos();
        return _ -> {
            if (cancelled.getAsBoolean()) {
                throw new CancelStop(false);
            }
            if (nanoTime.getAsLong() - start >= nanos) {
                throw new CancelStop(true);
            }
        };
    }
}
