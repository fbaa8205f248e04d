package dev.tollgate.bench.admission;

import dev.tollgate.model.quota.Charge;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Policy and limits of one call, and its settlement: in samples for percentiles, and without them for what is allocated, as samples
 * are objects too.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AdmissionBenchmark {
    /** Limits that hold for the call. */
    @Param({"0", "3", "10"})
    private int holding;

    /** Limits of the same tenant that do not. */
    @Param({"0", "10", "1000"})
    private int elsewhere;

    private @Nullable LimitedCaller caller;

    @Setup
    public void open() {
        LimitedCaller made = new LimitedCaller(holding, elsewhere);
        if (made.call().size() != holding) {
            throw new IllegalStateException("not every limit was charged");
        }
        caller = made;
    }

    @Benchmark
    public List<Charge> admission() {
        return Objects.requireNonNull(caller).call();
    }
}
