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
public record OverloadRound(NeighbourRound neighbour, LoadResult loud) {
    public static String table(List<OverloadRound> rounds) {
        return NeighbourRound.table(
                        rounds.stream().map(OverloadRound::neighbour).toList(), "it")
                + "The loud tenant: " + Markdown.whole(Medians.of(rounds, round -> round.loud.perSecond()))
                + " calls/s let through, " + Markdown.whole(Medians.of(rounds, OverloadRound::refusedPerSecond))
                + " refused.\n";
    }

    private double refusedPerSecond() {
        return loud.wrong() * 1e9 / loud.elapsedNanos();
    }
}
