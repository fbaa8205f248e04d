package dev.tollgate.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.Verdict;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OverloadRoundTest {
    @Test
    void theLoudTenantIsHeldAgainstCalmAndAgainstAsManyCallsThatPassBy() {
        // given
        OverloadRound round = new OverloadRound(took(10), took(20), took(30), took(1));

        // when
        String table = OverloadRound.table(List.of(round));

        // then
        assertThat(table)
                .contains("| alone                 |", "| while as many pass by |", "| beside it             |")
                .contains("p99 beside it to p99 alone: 3.00 (median of 1 turns; 3.00), 3.00 of all turns together.")
                .contains("p99 beside it to p99 while as many pass by: 1.50")
                .contains("The loud tenant: 1 calls/s let through, 4 refused.");
    }

    /** A call that was right, after so many milliseconds, and four in a second that were not. */
    private static LoadResult took(long millis) {
        Histogram latency = new Histogram(3);
        latency.recordValue(millis * 1_000_000);
        return new LoadResult(Map.of(Verdict.RIGHT, 1L, Verdict.ERROR, 4L), 0, 1_000_000_000L, latency, "");
    }
}
