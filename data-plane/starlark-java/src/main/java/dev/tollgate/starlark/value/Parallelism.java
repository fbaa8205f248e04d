package dev.tollgate.starlark.value;

import java.util.List;

/** How a host runs calls of its functions that a script put into {@code parallel}. */
@FunctionalInterface
public interface Parallelism {
    /** Runs all of them, in any order and on any threads, and returns when all are done. They throw nothing. */
    void run(List<Runnable> calls);

    /** One after the other on the script's thread. */
    static Parallelism sequential() {
        return calls -> calls.forEach(Runnable::run);
    }
}
