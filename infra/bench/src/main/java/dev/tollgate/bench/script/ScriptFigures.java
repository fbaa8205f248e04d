package dev.tollgate.bench.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks in JVMs of their own, each started as a gateway is.
 *
 * @param forks for each kind of warm script and way to measure it
 * @param starts JVMs whose first script is looked at
 * @param log where JMH tells what it does; each kind has one with an ending of its own
 */
public record ScriptFigures(int forks, int starts, Path log) {
    private static final TimeValue ITERATION = TimeValue.seconds(1);
    private static final int WARM_UP_ITERATIONS = 10;
    private static final int ITERATIONS = 5;
    private static final int IN_FLIGHT_FORKS = 3;
    private static final String COLLECTOR = "-XX:+UseParallelGC";

    /** The table of scripts that were run before. */
    public String warm() throws IOException {
        return ScriptTables.warm(run(
                WarmScriptBenchmark.class,
                "warm",
                new OptionsBuilder()
                        .forks(forks)
                        .warmupIterations(WARM_UP_ITERATIONS)
                        .warmupTime(ITERATION)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(ITERATION)
                        .addProfiler(GCProfiler.class)
                        .jvmArgs("-Xmx512m", COLLECTOR)));
    }

    /** The table of first scripts. */
    public String first() throws IOException {
        return ScriptTables.first(run(
                FirstScriptBenchmark.class,
                "first",
                new OptionsBuilder().forks(starts).jvmArgs("-Xmx512m", COLLECTOR)));
    }

    /** The table of scripts under way at once. With the options of a gateway of 4 GiB a JVM has places for fewer: its collector keeps some. */
    public String inFlight() throws IOException {
        return ScriptTables.inFlight(run(
                InFlightBenchmark.class,
                "in-flight",
                new OptionsBuilder()
                        .forks(IN_FLIGHT_FORKS)
                        .jvmArgs("-Xms512m", "-Xmx5g", COLLECTOR, "-XX:+AlwaysPreTouch")));
    }

    private Collection<RunResult> run(Class<?> benchmark, String kind, ChainedOptionsBuilder options)
            throws IOException {
        String file = log + "." + kind;
        try {
            return new Runner(options.include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                            .shouldFailOnError(true)
                            .output(file)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("the benchmark failed; why is in " + file, e);
        }
    }
}
