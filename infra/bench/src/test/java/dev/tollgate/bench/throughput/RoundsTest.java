package dev.tollgate.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.load.Verdict;
import dev.tollgate.bench.process.Machine;
import dev.tollgate.bench.process.Usage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** The machine slows down by half in the second round: the ratio within a round says the same all the time. */
    @Test
    void ratiosAreTakenWithinARound() {
        Rounds rounds = new Rounds(
                List.of(subject("nginx"), subject("tollgate")),
                List.of(
                        sample("nginx", 1000), sample("tollgate", 700),
                        sample("nginx", 500), sample("tollgate", 350),
                        sample("nginx", 2000), sample("tollgate", 1400)));

        assertThat(rounds.ratio("tollgate", "nginx")).isEqualTo(0.7);
        assertThat(rounds.perSecond("tollgate")).isEqualTo(700);
        assertThat(rounds.perSecond("nginx")).isEqualTo(1000);
    }

    @Test
    void cpuIsDividedByRightAnswersAndTheRestOfTheMachineIsOthers() {
        Watch.Moment before = new Watch.Moment(Map.of("stub", new Usage(1_000, 0, 0)), 50_000, 0);
        long allCores = Machine.cores() * 1_000_000L;
        Watch.Moment after = new Watch.Moment(
                Map.of("stub", new Usage(201_000, 5, 6)), 50_000 + 200_000 + allCores / 10, SECOND_NANOS);

        Sample sample = Sample.of("direct", load(10_000), before, after);

        assertThat(sample.cpuMicrosPerCall()).containsEntry("stub", 20.0);
        assertThat(sample.foreignShare()).isEqualTo(0.1);
        assertThat(sample.usage()).containsEntry("stub", new Usage(201_000, 5, 6));
    }

    @Test
    void tablesNameEachWayAndCountWhatWasWrong() {
        Rounds rounds = new Rounds(
                List.of(subject("direct"), subject("tollgate")),
                List.of(sample("direct", 1000), sample("tollgate", 250)));

        assertThat(ThroughputTables.closedLoop(rounds, "direct", "direct"))
                .contains("| direct ", "| tollgate", "0.25", "1,250 right answers, 0 others");
    }

    private static Subject subject(String name) {
        return new Subject(
                new Target(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), "/", Map.of(), "echo"),
                Optional.empty());
    }

    private static Sample sample(String subject, long right) {
        return new Sample(subject, load(right), Map.of(), 0, Map.of());
    }

    private static LoadResult load(long right) {
        return new LoadResult(Map.of(Verdict.RIGHT, right), 0, SECOND_NANOS, new Histogram(3), "");
    }
}
