package dev.tollgate.gateway.code;

import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.starlark.Program;
import dev.tollgate.starlark.ProgramCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The threads on which scripts run. There are as many as scripts at once, and as many of them compute as there are turns;
 * a holder has only some of the places, so that others always find one.
 */
public final class ScriptRunner implements AutoCloseable {
    /** Sources that are compiled once. A program takes about ten times its source. */
    private static final int PROGRAMS_MAX = 128;
    /** A longer source is compiled for each run. */
    static final int CACHED_SOURCE_CHARS_MAX = 8 * 1024;

    private static final long STACK_BYTES = 1 << 20;
    private static final int IDLE_SECONDS = 60;
    private static final int HOLDERS_SHARE = 4;

    private final Bounds bounds;
    private final ScriptMetrics metrics;
    private final Turns turns;
    private final MemoryPool memory;
    private final ProgramCache programs = new ProgramCache(PROGRAMS_MAX);
    private final ThreadPoolExecutor threads;
    private final ConcurrentHashMap<Object, Integer> running = new ConcurrentHashMap<>();

    /**
     * @param scripts at once
     * @param perHolder of them
     * @param turns scripts that compute at once
     * @param memoryBytes that scripts share beyond 1 MiB for each
     * @param bytesPerSecond of the heap that scripts take together beyond 1 MiB each, with what is garbage at once
     */
    public record Bounds(int scripts, int perHolder, int turns, long memoryBytes, long bytesPerSecond) {
        /** What a gateway of this size can bear, with room for everything else. */
        public static Bounds of(long heapBytes, int processors) {
            int scripts = (int) Math.clamp(heapBytes / 4 / MemoryPool.OWN_BYTES, 16, 1_024);
            return new Bounds(
                    scripts, scripts / HOLDERS_SHARE, Math.max(1, processors / 2), heapBytes / 8, heapBytes / 8);
        }

        public Bounds with(long otherBytesPerSecond) {
            return new Bounds(scripts, perHolder, turns, memoryBytes, otherBytesPerSecond);
        }
    }

    public ScriptRunner(Bounds bounds, ScriptMetrics metrics) {
        this.bounds = bounds;
        this.metrics = metrics;
        this.turns = new Turns(
                bounds.turns(), new Allocation(bounds.bytesPerSecond(), System::nanoTime, LockSupport::parkNanos));
        this.memory = new MemoryPool(bounds.memoryBytes());
        this.threads = new ThreadPoolExecutor(
                0, bounds.scripts(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "script", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** How many run. */
    public int running() {
        return threads.getActiveCount();
    }

    /** What is left of the memory that scripts share. */
    long memoryLeft() {
        return memory.free();
    }

    /**
     * Starts a script and does not wait.
     *
     * @param then told once, on another thread
     * @return empty if there is no place for it, which the metrics say
     */
    public Optional<ScriptRun> start(Script script, ToolCaller caller, Consumer<ScriptEnd> then) {
        Object holder = script.holder();
        int mine = running.merge(holder, 1, Integer::sum);
        if (mine > bounds.perHolder()) {
            leave(holder);
            metrics.boundHit("scripts-per-key");
            return Optional.empty();
        }
        ScriptMaxima limits = script.limits();
        ScriptRun run = new ScriptRun(
                script,
                caller,
                turns,
                memory.share(),
                Duration.ofSeconds(limits.seconds()),
                () -> metrics.boundHit("script-journal"));
        long began = System.nanoTime();
        try {
            threads.execute(() -> {
                ScriptEnd end = run.run(this::program);
                leave(holder);
                metrics.scriptEnded(end.kind(), System.nanoTime() - began);
                then.accept(end);
            });
            return Optional.of(run);
        } catch (RejectedExecutionException e) {
            leave(holder);
            metrics.boundHit("scripts");
            return Optional.empty();
        }
    }

    /**
     * Runs a small script that calls nobody, so that the first of a tenant finds what it needs loaded. Does not wait, and is
     * counted nowhere.
     *
     * @param then told how it ended, on another thread
     */
    public void rehearse(Consumer<ScriptEnd> then) {
        threads.execute(() -> then.accept(Rehearsal.run()));
    }

    private Program program(String code) {
        return code.length() <= CACHED_SOURCE_CHARS_MAX ? programs.get(code) : Program.compile(code);
    }

    private void leave(Object holder) {
        running.computeIfPresent(holder, (_, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
