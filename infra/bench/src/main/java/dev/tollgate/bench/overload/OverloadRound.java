package dev.tollgate.bench.overload;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import java.util.List;

/**
 * A neighbour's calls alone, while as many calls as the loud tenant's pass the gateway by, and beside the loud tenant, in one turn. What
 * the machine notices of so many calls, whoever takes them, shows between the first two; what the gateway does between the last two.
 *
 * @param loud the loud tenant's own calls
 */
public record OverloadRound(LoadResult calm, LoadResult past, LoadResult beside, LoadResult loud) {
    public static String table(List<OverloadRound> rounds) {
        List<NeighbourRound> toCalm = rounds.stream()
                .map(round -> new NeighbourRound(round.calm, round.beside))
                .toList();
        List<NeighbourRound> toPast = rounds.stream()
                .map(round -> new NeighbourRound(round.past, round.beside))
                .toList();
        return Markdown.table(
                        NeighbourRound.HEAD,
                        List.of(
                                NeighbourRound.row("alone", rounds.stream().map(OverloadRound::calm)),
                                NeighbourRound.row(
                                        "while as many pass by", rounds.stream().map(OverloadRound::past)),
                                NeighbourRound.row("beside it", rounds.stream().map(OverloadRound::beside))))
                + "\np99 beside it to p99 alone: " + NeighbourRound.ratios(toCalm) + ".\n"
                + "p99 beside it to p99 while as many pass by: " + NeighbourRound.ratios(toPast) + ".\n"
                + "The loud tenant: " + Markdown.whole(Medians.of(rounds, round -> round.loud.perSecond()))
                + " calls/s let through, " + Markdown.whole(Medians.of(rounds, OverloadRound::refusedPerSecond))
                + " refused.\n";
    }

    /** How many times as long the slowest hundredth took beside it. */
    public double ratio() {
        return new NeighbourRound(calm, beside).ratio();
    }

    private double refusedPerSecond() {
        return loud.wrong() * 1e9 / loud.elapsedNanos();
    }
}
