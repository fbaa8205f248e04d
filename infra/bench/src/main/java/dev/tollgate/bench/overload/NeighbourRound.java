package dev.tollgate.bench.overload;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** A neighbour's calls without somebody else and beside it, in one turn. */
public record NeighbourRound(LoadResult calm, LoadResult beside) {
    static final List<String> HEAD =
            List.of("the neighbour", "p50 ms", "p99 ms", "p99.9 ms", "p99 ms, all turns", "not right");

    /** How many times as long the slowest hundredth took beside it. */
    public double ratio() {
        return beside.micros(99) / calm.micros(99);
    }

    /** Calls that were due and came to no right answer, alone or beside it. */
    public long wrong() {
        return calm.wrong() + beside.wrong();
    }

    /**
     * A line for each way, and the ratio.
     *
     * @param other as a person speaks of who is beside it
     */
    public static String table(List<NeighbourRound> rounds, String other) {
        return Markdown.table(
                        HEAD,
                        List.of(
                                row("alone", rounds.stream().map(NeighbourRound::calm)),
                                row("beside " + other, rounds.stream().map(NeighbourRound::beside))))
                + "\np99 beside " + other + " to p99 alone: " + ratios(rounds) + ".\n";
    }

    /** Cells under {@link #HEAD}. */
    static List<String> row(String name, Stream<LoadResult> turns) {
        List<LoadResult> results = turns.toList();
        return List.of(
                name,
                Markdown.millis(Medians.of(results, result -> result.micros(50))),
                Markdown.millis(Medians.of(results, result -> result.micros(99))),
                Markdown.millis(Medians.of(results, result -> result.micros(99.9))),
                Markdown.millis(together(results)),
                Markdown.whole(results.stream().mapToLong(LoadResult::wrong).sum()));
    }

    /** The slowest hundredth of a turn is of few calls, so that it is told of all turns' calls together as well. */
    static String ratios(List<NeighbourRound> rounds) {
        double together = together(rounds.stream().map(NeighbourRound::beside).toList())
                / together(rounds.stream().map(NeighbourRound::calm).toList());
        return Markdown.decimal(Medians.of(rounds, NeighbourRound::ratio), 2) + " (median of " + rounds.size()
                + " turns; "
                + rounds.stream()
                        .map(round -> Markdown.decimal(round.ratio(), 2))
                        .collect(Collectors.joining(", "))
                + "), " + Markdown.decimal(together, 2) + " of all turns together";
    }

    /** Microseconds that 99 of 100 of all turns' right answers did not exceed. */
    private static double together(List<LoadResult> results) {
        Histogram sum = new Histogram(3);
        results.forEach(result -> sum.add(result.latencyNanos()));
        return sum.getValueAtPercentile(99) / 1e3;
    }
}
