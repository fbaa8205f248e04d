package dev.tollgate.bench.script;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand scripts under way in a JVM of their own; what they hold is what counts, not the time, in which the heap is collected. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class InFlightBenchmark {
    static final int SCRIPTS = 1_000;

    /** What JMH hands back beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Held {
        public long right;
        public long heapBytes;
        public long otherBytes;
    }

    @Benchmark
    public InFlight thousand(Held held) throws InterruptedException {
        InFlight found = InFlight.of(SCRIPTS);
        held.right = found.right();
        held.heapBytes = found.heapBytes();
        held.otherBytes = found.otherBytes();
        return found;
    }
}
