package dev.tollgate.bench.script;

import dev.tollgate.bench.report.Markdown;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What JMH found, as tables. */
final class ScriptTables {
    /** Of the profiler that counts what is allocated. */
    private static final String BYTES_EACH = "gc.alloc.rate.norm";

    private ScriptTables() {}

    static String warm(Collection<RunResult> results) {
        return Markdown.table(
                List.of(
                        "warm, from its start until its end is told",
                        "p50 ms",
                        "p99 ms",
                        "CPU ms",
                        "KiB allocated",
                        "aim"),
                List.of(
                        row(
                                "five calls that are answered at once",
                                "fiveCalls",
                                results,
                                allocated(results),
                                "p50 < 0.050"),
                        row("1,000,000 times `total += i`", "millionSums", results, "", "p50 < 60"),
                        row("1,000,000 times `if i % 3 == 0: total += i * 2`", "millionChoices", results, "", "")));
    }

    private static List<String> row(
            String words, String benchmark, Collection<RunResult> results, String allocated, String aim) {
        RunResult result = result(results, benchmark, Mode.SampleTime);
        Statistics micros = result.getPrimaryResult().getStatistics();
        return List.of(
                words,
                Markdown.decimal(micros.getPercentile(50) / 1e3, 3),
                Markdown.decimal(micros.getPercentile(99) / 1e3, 3),
                Markdown.decimal(cpuMillis(result), 3),
                allocated,
                aim);
    }

    private static String allocated(Collection<RunResult> results) {
        Result<?> bytes = secondary(result(results, "fiveCalls", Mode.AverageTime), BYTES_EACH);
        return Markdown.decimal(bytes.getScore() / 1024, 1);
    }

    static String first(Collection<RunResult> results) {
        return Markdown.table(
                List.of("first script", "median ms", "most ms", "CPU ms", "aim"),
                List.of(
                        first("of a gateway, which has rehearsed at its start", results, true, false),
                        first("the same, while whoever waits keeps a processor busy", results, true, true),
                        first("of a JVM that has loaded nothing of scripts", results, false, false),
                        first("the same, while whoever waits keeps a processor busy", results, false, true)));
    }

    private static List<String> first(String words, Collection<RunResult> results, boolean rehearsed, boolean spun) {
        RunResult result = results.stream()
                .filter(each -> is(each, FirstScriptBenchmark.REHEARSED, rehearsed)
                        && is(each, FirstScriptBenchmark.SPUN, spun))
                .findFirst()
                .orElseThrow();
        Statistics micros = result.getPrimaryResult().getStatistics();
        return List.of(
                words + ", " + Markdown.whole(micros.getN()) + " JVMs",
                Markdown.decimal(micros.getPercentile(50) / 1e3, 1),
                Markdown.decimal(micros.getMax() / 1e3, 1),
                Markdown.decimal(cpuMillis(result), 1),
                "median < 150");
    }

    private static boolean is(RunResult result, String parameter, boolean value) {
        return result.getParams().getParam(parameter).equals(String.valueOf(value));
    }

    static String inFlight(Collection<RunResult> results) {
        RunResult result = result(results, "thousand", Mode.SingleShotTime);
        double scripts = InFlightBenchmark.SCRIPTS;
        Statistics right = secondary(result, "right").getStatistics();
        return Markdown.table(
                List.of("scripts under way at once", "right results", "KiB of heap each", "KiB besides each"),
                List.of(List.of(
                        Markdown.whole(scripts) + ", " + right.getN() + " times",
                        Markdown.whole(right.getSum()) + " of " + Markdown.whole(scripts * right.getN()),
                        kibibytes(result, "heapBytes"),
                        kibibytes(result, "otherBytes"))));
    }

    /** Of a script's own thread. */
    private static double cpuMillis(RunResult result) {
        double nanos = secondary(result, "cpuNanos").getStatistics().getSum();
        return nanos / secondary(result, "scripts").getStatistics().getSum() / 1e6;
    }

    private static String kibibytes(RunResult result, String counter) {
        double bytes = secondary(result, counter).getStatistics().getPercentile(50);
        return Markdown.decimal(bytes / 1024 / InFlightBenchmark.SCRIPTS, 1);
    }

    private static Result<?> secondary(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label));
    }

    private static RunResult result(Collection<RunResult> results, String benchmark, Mode mode) {
        return results.stream()
                .filter(each -> each.getParams().getMode() == mode
                        && each.getParams().getBenchmark().endsWith("." + benchmark))
                .findFirst()
                .orElseThrow();
    }
}
