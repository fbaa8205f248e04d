package dev.tollgate.ui.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The configuration revision that the last write of a request of the page made. Begun and ended with the request, on the
 * thread that serves it.
 */
public final class Written {
    private static final ThreadLocal<@Nullable Written> CURRENT = new ThreadLocal<>();

    private final AtomicReference<@Nullable Long> revision = new AtomicReference<>();

    private Written() {}

    public static void begin() {
        CURRENT.set(new Written());
    }

    public static void end() {
        CURRENT.remove();
    }

    static @Nullable Written current() {
        return CURRENT.get();
    }

    void set(long newest) {
        revision.set(newest);
    }

    /** What was written since the last time this was asked, if anything. */
    public static Optional<Long> take() {
        Written written = CURRENT.get();
        return written == null ? Optional.empty() : Optional.ofNullable(written.revision.getAndSet(null));
    }
}
