package dev.tollgate.bench.stream;

import java.util.List;

/**
 * What open streams had heard at one moment.
 *
 * @param own events of its own, by stream
 * @param foreign events that a stream heard and were not its own, all together
 * @param ended streams that had ended
 */
public record Heard(List<Long> own, long foreign, int ended) {
    public Heard {
        own = List.copyOf(own);
    }

    /** Own events since then, all together. */
    public long ownSince(Heard before) {
        return sum(own) - sum(before.own);
    }

    /** The least that any stream heard of its own since then. */
    public long leastSince(Heard before) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < own.size(); i++) {
            least = Math.min(least, own.get(i) - before.own.get(i));
        }
        return least;
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
