package dev.tollgate.bench.script;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH hands back beside the time: how many scripts there were, and what their threads worked, which a busy machine changes little. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Worked {
    public long scripts;
    public long cpuNanos;

    private long before;

    @Setup(Level.Iteration)
    public void begin() {
        scripts = 0;
        before = ScriptStand.cpuNanos();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = ScriptStand.cpuNanos() - before;
    }
}
