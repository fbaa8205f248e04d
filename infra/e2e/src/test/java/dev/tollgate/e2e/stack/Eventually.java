package dev.tollgate.e2e.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Waits for what must come true, looking again and again; how long it took is never judged. The deadline is only there so
 * that a suite ends, and says what it waited for and what it saw last.
 */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** Waits until the assertions pass. */
    public static void passes(String awaited, Check check) {
        gives(awaited, () -> {
            check.run();
            return Optional.of(true);
        });
    }

    /** Waits until there is a value. */
    public static <T> T gives(String awaited, Callable<Optional<T>> look) {
        var deadline = Instant.now().plus(DEADLINE);
        while (true) {
            Throwable lastSeen = null;
            try {
                var found = look.call();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + awaited, e);
            } catch (Exception | AssertionError e) {
                lastSeen = e;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "waited %d s until %s; seen last: %s".formatted(DEADLINE.toSeconds(), awaited, lastSeen),
                        lastSeen);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    /** Assertions that may ask the stack. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }
}
