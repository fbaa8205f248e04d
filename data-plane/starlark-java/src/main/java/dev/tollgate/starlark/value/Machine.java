package dev.tollgate.starlark.value;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.LimitStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of one script: its meter, what it printed, the calls in flight, and how the host runs calls side by side. */
public final class Machine {
    private final Meter meter;
    private final Parallelism parallelism;
    private final StringBuilder output = new StringBuilder();
    private final @Nullable Object[] active = new Object[Limits.CALLS_MAX];
    private long printedBytes;
    private long identities;
    private int calls;

    public Machine(Meter meter, Parallelism parallelism) {
        this.meter = meter;
        this.parallelism = parallelism;
    }

    public Meter meter() {
        return meter;
    }

    /** Numbers for {@link Callable#identity()} of what the run makes. */
    public long nextIdentity() {
        return ++identities;
    }

    /** A call of a script's function begins. To be followed by {@link #leave} in any case. */
    public void enter(Object code, String name, int levels) {
        for (int i = 0; i < calls; i++) {
            if (active[i] == code) {
                throw new ScriptFault(
                        "function " + name + " called recursively",
                        "recursion is not available: loop over a list that serves as a stack");
            }
        }
        meter.enter(levels);
        active[calls++] = code;
    }

    public void leave(int levels) {
        meter.leave(levels);
        active[--calls] = null;
    }

    /** Prints a line. */
    public void print(String line) {
        long bytes = Utf8.length(line) + 1;
        long max = meter.limits().printBytes();
        if (printedBytes + bytes > max) {
            throw new LimitStop(Limit.PRINT, max);
        }
        printedBytes += bytes;
        output.append(line).append('\n');
    }

    public String output() {
        return output.toString();
    }

    /** Runs the host's calls side by side, and asks afterwards whether the run is still wanted. */
    public void sideBySide(List<Runnable> calls) {
        parallelism.run(calls);
        meter.poll();
    }
}
