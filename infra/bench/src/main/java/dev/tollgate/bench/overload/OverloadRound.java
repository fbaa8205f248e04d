package dev.tollgate.bench.overload;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import java.util.List;

/**
 * A neighbour's calls without the loud tenant and beside it, in one turn.
 *
 * @param loud the loud tenant's own calls
 */
public record OverloadRound(LoadResult calm, LoadResult beside, LoadResult loud) {
    /** How many times as long the slowest hundredth took beside the loud tenant. */
    public double ratio() {
        return beside.micros(99) / calm.micros(99);
    }

    public static String table(List<OverloadRound> rounds) {
        return Markdown.table(
                        List.of("the neighbour", "p50 ms", "p99 ms", "p99.9 ms", "not right"),
                        List.of(
                                calls("alone", rounds, OverloadRound::calm),
                                calls("beside it", rounds, OverloadRound::beside)))
                + "\np99 beside it to p99 alone: " + Markdown.decimal(Medians.of(rounds, OverloadRound::ratio), 2)
                + " (median of " + rounds.size() + " turns; "
                + String.join(
                        ", ",
                        rounds.stream()
                                .map(round -> Markdown.decimal(round.ratio(), 2))
                                .toList())
                + ").\nThe loud tenant: " + Markdown.whole(Medians.of(rounds, round -> round.loud.perSecond()))
                + " calls/s let through, " + Markdown.whole(Medians.of(rounds, OverloadRound::refusedPerSecond))
                + " refused.\n";
    }

    private double refusedPerSecond() {
        return loud.wrong() * 1e9 / loud.elapsedNanos();
    }

    private static List<String> calls(String name, List<OverloadRound> rounds, LoadOf load) {
        return List.of(
                name,
                Markdown.millis(Medians.of(rounds, round -> load.of(round).micros(50))),
                Markdown.millis(Medians.of(rounds, round -> load.of(round).micros(99))),
                Markdown.millis(Medians.of(rounds, round -> load.of(round).micros(99.9))),
                Markdown.whole(rounds.stream()
                        .mapToLong(round -> load.of(round).wrong())
                        .sum()));
    }

    private interface LoadOf {
        LoadResult of(OverloadRound round);
    }
}
