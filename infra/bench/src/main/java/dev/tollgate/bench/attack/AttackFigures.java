package dev.tollgate.bench.attack;

import dev.tollgate.bench.overload.NeighbourRound;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.world.MetricsPage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of attacks on a gateway.
 *
 * @param rounds of somebody else's calls, without and with attacks
 * @param ends how many scripts ended in each way since the gateway's start, as it counts them
 * @param refused scripts and calls that met one of the gateway's bounds since its start, by the bound
 */
public record AttackFigures(
        List<NeighbourRound> rounds, SortedMap<String, Double> ends, SortedMap<String, Double> refused) {
    public static AttackFigures of(List<NeighbourRound> rounds, MetricsPage page) {
        return new AttackFigures(
                rounds,
                page.values("tollgate_scripts_seconds_count", "end"),
                page.values("tollgate_bounds_hit_total", "bound"));
    }

    public AttackFigures {
        rounds = List.copyOf(rounds);
        ends = new TreeMap<>(ends);
        refused = new TreeMap<>(refused);
    }

    /** What somebody else noticed. */
    public String noticed() {
        long right = rounds.stream()
                .mapToLong(round -> round.calm().right() + round.beside().right())
                .sum();
        long wrong = rounds.stream().mapToLong(NeighbourRound::wrong).sum();
        return NeighbourRound.table(rounds, "attacks") + Markdown.whole(right) + " of " + Markdown.whole(right + wrong)
                + " calls were answered rightly, and so were both keys' when all was over.\n";
    }

    /** How scripts ended, and what was refused. */
    public String ended() {
        List<String> ways = List.copyOf(ends.keySet());
        return Markdown.table(
                        ways.isEmpty() ? List.of("none ended") : ways,
                        List.of(
                                ways.isEmpty()
                                        ? List.of("")
                                        : ways.stream()
                                                .map(way -> Markdown.whole(ends.getOrDefault(way, 0.0)))
                                                .toList()))
                + "\nAt a bound of the gateway: " + (refused.isEmpty() ? "nothing" : words(refused)) + ".\n";
    }

    private static String words(Map<String, Double> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(each -> Markdown.whole(each.getValue()) + " at `" + each.getKey() + "`")
                        .toList());
    }
}
