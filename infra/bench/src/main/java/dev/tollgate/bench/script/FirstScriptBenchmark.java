package dev.tollgate.bench.script;

import dev.tollgate.gateway.code.ScriptEnd;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first script of a JVM, whose tools are known: of one that has loaded nothing of the interpreter yet, and of one whose
 * runner has rehearsed, as a gateway's does at its start.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstScriptBenchmark {
    static final String REHEARSED = "rehearsed";
    static final String SPUN = "spun";

    @Param({"false", "true"})
    public boolean rehearsed;

    /** Whether whoever waits keeps a processor busy meanwhile, which no gateway does, or sleeps. */
    @Param({"false", "true"})
    public boolean spun;

    private @Nullable ScriptStand stand;

    @Setup
    public void open() {
        stand = new ScriptStand();
        if (rehearsed) {
            stand.rehearse();
        }
    }

    @TearDown
    public void close() {
        Objects.requireNonNull(stand).close();
    }

    @Benchmark
    public ScriptEnd firstScript(Worked worked) {
        worked.scripts++;
        ScriptStand started = Objects.requireNonNull(stand);
        ScriptEnd end = spun ? started.run(Scripts.FIVE_CALLS) : started.runAsleep(Scripts.FIVE_CALLS);
        if (end.kind() != ScriptEnd.Kind.DONE) {
            throw new IllegalStateException(end.toString());
        }
        return end;
    }
}
