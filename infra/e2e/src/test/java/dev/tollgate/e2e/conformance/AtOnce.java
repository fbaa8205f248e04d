package dev.tollgate.e2e.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs of the suite, several at once: each waits for others most of its time. */
final class AtOnce {
    private static final int RUNS_MAX = 4;

    private AtOnce() {}

    /** What each gives, in their order. */
    static <T> List<T> all(List<Callable<T>> runs) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(RUNS_MAX)) {
            var given = new ArrayList<T>();
            for (Future<T> run : threads.invokeAll(runs)) {
                given.add(run.get());
            }
            return given;
        }
    }
}
