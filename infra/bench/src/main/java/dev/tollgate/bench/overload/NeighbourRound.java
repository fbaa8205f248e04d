package dev.tollgate.bench.overload;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A neighbour's calls without somebody else and beside it, in one turn. */
public record NeighbourRound(LoadResult calm, LoadResult beside) {
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
                        List.of("the neighbour", "p50 ms", "p99 ms", "p99.9 ms", "not right"),
                        List.of(
                                calls("alone", rounds, NeighbourRound::calm),
                                calls("beside " + other, rounds, NeighbourRound::beside)))
                + "\np99 beside " + other + " to p99 alone: "
                + Markdown.decimal(Medians.of(rounds, NeighbourRound::ratio), 2)
                + " (median of " + rounds.size() + " turns; "
                + rounds.stream()
                        .map(round -> Markdown.decimal(round.ratio(), 2))
                        .collect(Collectors.joining(", "))
                + ").\n";
    }

    private static List<String> calls(
            String name, List<NeighbourRound> rounds, Function<NeighbourRound, LoadResult> load) {
        return List.of(
                name,
                Markdown.millis(Medians.of(rounds, round -> load.apply(round).micros(50))),
                Markdown.millis(Medians.of(rounds, round -> load.apply(round).micros(99))),
                Markdown.millis(Medians.of(rounds, round -> load.apply(round).micros(99.9))),
                Markdown.whole(rounds.stream()
                        .mapToLong(round -> load.apply(round).wrong())
                        .sum()));
    }
}
