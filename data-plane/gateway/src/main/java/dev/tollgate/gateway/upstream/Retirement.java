package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Make before break: what was replaced, or is wanted no more, takes no further call, and is closed when the calls under way
 * have ended, each within its own time.
 */
public final class Retirement {
    /** The longest that a call may last, with the time in which its agent may be asked things. */
    static final Duration CALL_MAX =
            Duration.ofMillis(ServerConfig.TIMEOUT_MILLIS_MAX + AskedRequests.ASKING_MILLIS_MAX);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Does something after a while. */
    public interface Later {
        void after(Duration delay, Runnable work);
    }

    private final Later later;
    private final IntSupplier callsUnderWay;
    private final Runnable close;
    private final long deadlineNanos = System.nanoTime() + CALL_MAX.toNanos();

    private Retirement(Later later, IntSupplier callsUnderWay, Runnable close) {
        this.later = later;
        this.callsUnderWay = callsUnderWay;
        this.close = close;
    }

    /** Closes at once if no call is under way. */
    public static void begin(Later later, IntSupplier callsUnderWay, Runnable close) {
        new Retirement(later, callsUnderWay, close).look();
    }

    private void look() {
        if (callsUnderWay.getAsInt() == 0 || System.nanoTime() - deadlineNanos > 0) {
            close.run();
        } else {
            later.after(LOOK_EVERY, this::look);
        }
    }
}
