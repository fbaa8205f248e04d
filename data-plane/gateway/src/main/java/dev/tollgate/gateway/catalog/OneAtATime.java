package dev.tollgate.gateway.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work under a key once at a time. Whoever asks while it runs waits for one more run, which all who ask meanwhile
 * share: what they know of may have come too late for the first.
 */
final class OneAtATime<K> {
    private final Map<K, Running> running = new HashMap<>();

    private static final class Running {
        private @Nullable CompletableFuture<Void> again;
        private @Nullable Supplier<CompletableFuture<Void>> work;
    }

    /** Completes, or fails, as a run does that begins after now. */
    synchronized CompletableFuture<Void> run(K key, Supplier<CompletableFuture<Void>> work) {
        Running current = running.get(key);
        if (current == null) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            start(key, work, done);
            return done;
        }
        current.work = work;
        if (current.again == null) {
            current.again = new CompletableFuture<>();
        }
        return current.again;
    }

    private void start(K key, Supplier<CompletableFuture<Void>> work, CompletableFuture<Void> done) {
        running.put(key, new Running());
        work.get().whenComplete((nothing, failure) -> {
            ended(key);
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
    }

    private synchronized void ended(K key) {
        Running ended = running.remove(key);
        if (ended != null && ended.again != null && ended.work != null) {
            start(key, ended.work, ended.again);
        }
    }
}
