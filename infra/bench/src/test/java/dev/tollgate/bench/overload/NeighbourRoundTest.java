package dev.tollgate.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.Verdict;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class NeighbourRoundTest {
    @Test
    void theRatioIsTakenWithinATurnAndTheMedianCounts() {
        // given
        List<NeighbourRound> rounds = List.of(
                new NeighbourRound(took(1), took(2)),
                new NeighbourRound(took(10), took(15)),
                new NeighbourRound(took(2), took(18)));

        // when
        String table = NeighbourRound.table(rounds, "attacks");

        // then
        assertThat(table)
                .contains("| alone          |", "| beside attacks |")
                .contains(
                        "p99 beside attacks to p99 alone: 2.00 (median of 3 turns; 2.00, 1.50, 9.00), 1.80 of all turns together.");
        assertThat(rounds.getFirst().wrong()).isEqualTo(2);
    }

    /** A call that was right, after so many milliseconds, and one that was not. */
    private static LoadResult took(long millis) {
        Histogram latency = new Histogram(3);
        latency.recordValue(millis * 1_000_000);
        return new LoadResult(Map.of(Verdict.RIGHT, 1L, Verdict.ERROR, 1L), 0, 1_000_000_000L, latency, "");
    }
}
