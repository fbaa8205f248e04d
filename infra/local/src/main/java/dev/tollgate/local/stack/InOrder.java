package dev.tollgate.local.stack;

import static java.util.Objects.requireNonNull;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does something for every part, as soon as it is done for those that come before, and at once where nothing does. */
final class InOrder {
    private InOrder() {}

    /**
     * @param before for each name the names that come before it; names that are not keys are skipped
     * @throws StackFailure the first failure, after everything that was under way has ended
     */
    static void each(Map<String, ? extends Collection<String>> before, Task task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new LinkedHashMap<String, CompletableFuture<Void>>();
            before.keySet().forEach(name -> tasks.put(name, new CompletableFuture<>()));
            before.forEach((name, earlier) -> CompletableFuture.allOf(earlier.stream()
                            .filter(tasks::containsKey)
                            .map(tasks::get)
                            .toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> run(task, name), threads)
                    .whenComplete((_, failure) -> settle(requireNonNull(tasks.get(name)), failure)));
            CompletableFuture.allOf(tasks.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw asFailure(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Those that depend on a name, from those that it depends on. */
    static Map<String, Set<String>> reversed(Map<String, ? extends Collection<String>> before) {
        var after = new LinkedHashMap<String, Set<String>>();
        before.keySet().forEach(name -> after.put(name, new LinkedHashSet<>()));
        before.forEach((name, earlier) -> earlier.forEach(one -> after.computeIfPresent(one, (_, names) -> {
            names.add(name);
            return names;
        })));
        return after;
    }

    private static void settle(CompletableFuture<Void> task, @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure == null) {
            task.complete(null);
        } else {
            task.completeExceptionally(failure);
        }
    }

    private static void run(Task task, String name) {
        try {
            task.on(name);
        } catch (IOException e) {
            throw new StackFailure(name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(name + " was interrupted", e);
        }
    }

    private static RuntimeException asFailure(Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return asFailure(wrapped.getCause());
        }
        return failure instanceof StackFailure known
                ? known
                : new IllegalStateException("a part of the stack failed", failure);
    }

    /** What is done for a name. */
    @FunctionalInterface
    interface Task {
        void on(String name) throws IOException, InterruptedException;
    }
}
