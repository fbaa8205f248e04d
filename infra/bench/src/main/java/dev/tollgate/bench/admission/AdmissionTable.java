package dev.tollgate.bench.admission;

import dev.tollgate.bench.report.Markdown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What JMH found, as one table. */
final class AdmissionTable {
    /** Of the profiler that counts what is allocated. */
    private static final String BYTES_PER_CALL = "gc.alloc.rate.norm";

    private AdmissionTable() {}

    /** How many limits hold, and how many do not; in the order of rows. */
    private record Limits(int holding, int elsewhere) implements Comparable<Limits> {
        @Override
        public int compareTo(Limits other) {
            int byHolding = Integer.compare(holding, other.holding);
            return byHolding != 0 ? byHolding : Integer.compare(elsewhere, other.elsewhere);
        }
    }

    static String of(Collection<RunResult> results) {
        Map<Limits, RunResult> sampled = new TreeMap<>();
        Map<Limits, RunResult> averaged = new TreeMap<>();
        for (RunResult result : results) {
            Limits limits = new Limits(parameter(result, "holding"), parameter(result, "elsewhere"));
            (result.getParams().getMode() == Mode.SampleTime ? sampled : averaged).put(limits, result);
        }
        List<List<String>> rows = new ArrayList<>();
        sampled.forEach(
                (limits, result) -> rows.add(row(limits, result, Objects.requireNonNull(averaged.get(limits)))));
        return Markdown.table(
                List.of("limits that hold", "limits that do not", "p50 ns", "p99 ns", "bytes a call"), rows);
    }

    private static List<String> row(Limits limits, RunResult sampled, RunResult averaged) {
        Statistics samples = sampled.getPrimaryResult().getStatistics();
        Result<?> bytes = Objects.requireNonNull(averaged.getSecondaryResults().get(BYTES_PER_CALL));
        return List.of(
                Markdown.whole(limits.holding),
                Markdown.whole(limits.elsewhere),
                Markdown.whole(samples.getPercentile(50)),
                Markdown.whole(samples.getPercentile(99)),
                Markdown.whole(bytes.getScore()));
    }

    private static int parameter(RunResult result, String name) {
        return Integer.parseInt(result.getParams().getParam(name));
    }
}
