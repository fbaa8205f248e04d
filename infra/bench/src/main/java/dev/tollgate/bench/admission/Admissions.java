package dev.tollgate.bench.admission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmark in JVMs of its own, each started as a gateway is.
 *
 * @param forks for each number of limits and each way to measure
 * @param log where JMH tells what it does
 */
public record Admissions(int forks, Path log) {
    private static final TimeValue ITERATION = TimeValue.seconds(1);
    private static final int WARM_UP_ITERATIONS = 4;
    private static final int ITERATIONS = 4;

    /** What it costs, by how many limits there are. */
    public String table() throws IOException {
        Options options = new OptionsBuilder()
                .include(AdmissionBenchmark.class.getName())
                .forks(forks)
                .warmupIterations(WARM_UP_ITERATIONS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .jvmArgs("-Xmx512m", "-XX:+UseParallelGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            return AdmissionTable.of(results);
        } catch (RunnerException e) {
            throw new IOException("the benchmark failed; why is in " + log, e);
        }
    }
}
