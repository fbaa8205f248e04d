package dev.tollgate.bench.stream;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Plain calls without open streams, and with them, in one turn; and the gateway's memory after each.
 *
 * @param heardSeconds how long the streams were listened to
 */
public record StreamRound(
        LoadResult without,
        LoadResult with,
        Memory memoryWithout,
        Memory memoryWith,
        Heard from,
        Heard to,
        double heardSeconds) {
    /**
     * A gateway's memory.
     *
     * @param liveBytes in its heap after a collection
     */
    public record Memory(long liveBytes, long residentBytes) {}

    public static String table(List<StreamRound> rounds, int streams) {
        return Markdown.table(
                        List.of("plain calls", "p50 ms", "p99 ms", "p99.9 ms", "not right"),
                        List.of(
                                calls("without open streams", rounds, StreamRound::without),
                                calls("with " + Markdown.whole(streams) + " of them", rounds, StreamRound::with)))
                + "\n"
                + Markdown.table(
                        List.of("the gateway's memory", "without", "with", "for each stream, KiB"),
                        List.of(
                                memory("live heap, MiB", rounds, streams, Memory::liveBytes),
                                memory("RSS, MiB", rounds, streams, Memory::residentBytes)))
                + "\n" + events(rounds);
    }

    private static List<String> calls(String name, List<StreamRound> rounds, LoadOf load) {
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
        LoadResult of(StreamRound round);
    }

    private static List<String> memory(
            String name, List<StreamRound> rounds, int streams, ToDoubleFunction<Memory> bytes) {
        double without = Medians.of(rounds, round -> bytes.applyAsDouble(round.memoryWithout));
        double with = Medians.of(rounds, round -> bytes.applyAsDouble(round.memoryWith));
        double each = Medians.of(
                rounds,
                round -> (bytes.applyAsDouble(round.memoryWith) - bytes.applyAsDouble(round.memoryWithout)) / streams);
        return List.of(name, Markdown.mebibytes(without), Markdown.mebibytes(with), Markdown.decimal(each / 1024, 1));
    }

    private static String events(List<StreamRound> rounds) {
        long own = rounds.stream()
                .mapToLong(round -> round.to.ownSince(round.from))
                .sum();
        double seconds = rounds.stream().mapToDouble(StreamRound::heardSeconds).sum();
        return Markdown.whole(own) + " events heard by the call that they were for, "
                + Markdown.whole(own / seconds) + " a second; the fewest that one stream heard in a round: "
                + rounds.stream()
                        .mapToLong(round -> round.to.leastSince(round.from))
                        .min()
                        .orElse(0)
                + " in " + Markdown.decimal(seconds / rounds.size(), 1) + " s. Heard by another call: "
                + Markdown.whole(
                        rounds.stream().mapToLong(round -> round.to.foreign()).sum()) + ". Streams that ended: "
                + rounds.stream().mapToInt(round -> round.to.ended()).sum() + ".\n";
    }
}
