package dev.tollgate.bench.script;

import dev.tollgate.gateway.code.ScriptEnd;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Scripts that a gateway has run before, from their start until their end is told. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WarmScriptBenchmark {
    private @Nullable ScriptStand stand;

    @Setup
    public void open() {
        stand = new ScriptStand();
        expect("{\"count\":30,\"first\":", stand.run(Scripts.FIVE_CALLS));
        expect("499999500000", stand.run(Scripts.MILLION_SUMS));
        expect("333333666666", stand.run(Scripts.MILLION_CHOICES));
    }

    private static void expect(String result, ScriptEnd end) {
        if (end.result() == null || !end.result().startsWith(result)) {
            throw new IllegalStateException("it should have given " + result + ": " + end);
        }
    }

    @TearDown
    public void close() {
        Objects.requireNonNull(stand).close();
    }

    /** In samples for percentiles, and without them for what is allocated, as samples are objects too. */
    @Benchmark
    @BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
    public ScriptEnd fiveCalls(Worked worked) {
        worked.scripts++;
        return Objects.requireNonNull(stand).run(Scripts.FIVE_CALLS);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public ScriptEnd millionSums(Worked worked) {
        worked.scripts++;
        return Objects.requireNonNull(stand).run(Scripts.MILLION_SUMS);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public ScriptEnd millionChoices(Worked worked) {
        worked.scripts++;
        return Objects.requireNonNull(stand).run(Scripts.MILLION_CHOICES);
    }
}
