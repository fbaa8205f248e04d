package dev.tollgate.control.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds sequence numbers that never came. A boot's events are spread over the partitions, so a number may be missing only
 * because its partition is behind: a look at the boots' highest numbers is set aside, and judged when all that was in the
 * log then has been read and producers have had time to give up.
 */
final class GapWatch {
    static final Duration GRACE = Duration.ofMinutes(2);
    /** Bounds on one look; what lies beyond is for the next. */
    private static final int GAPS_MAX = 1_000;

    private static final int CHUNKS_MAX = 256;

    private final SequenceIndex index;
    private final GapLedger ledger;
    private final Map<Boot, Long> examined = new HashMap<>();
    private @Nullable Look look;

    private record Look(Instant at, Map<Integer, Long> ends, Map<Boot, Long> highest) {}

    GapWatch(SequenceIndex index, GapLedger ledger) {
        this.index = index;
        this.ledger = ledger;
    }

    /** The gaps that can be told now for the first time; they are in the ledger already. */
    List<SequenceGap> examine(Instant now, Map<Integer, Long> positions, Map<Integer, Long> ends) {
        Look last = look;
        if (last == null) {
            Map<Boot, Long> highest = new HashMap<>(ledger.unexamined());
            index.highest().forEach((boot, sequence) -> highest.merge(boot, sequence, Math::max));
            look = new Look(now, Map.copyOf(ends), highest);
            return List.of();
        }
        if (now.isBefore(last.at().plus(GRACE)) || !Positions.reached(positions, last.ends())) {
            return List.of();
        }
        look = null;
        return judge(last);
    }

    private List<SequenceGap> judge(Look settled) {
        learn(settled.highest());
        List<SequenceGap> gaps = new ArrayList<>();
        Map<Boot, Long> through = new HashMap<>();
        settled.highest().forEach((boot, highest) -> {
            long from = examined.getOrDefault(boot, 0L) + 1;
            if (highest >= from && gaps.size() < GAPS_MAX) {
                through.put(boot, walk(boot, from, highest, gaps));
            }
        });
        if (!through.isEmpty()) {
            ledger.report(gaps, through);
            examined.putAll(through);
        }
        return gaps;
    }

    private void learn(Map<Boot, Long> highest) {
        List<Boot> unknown = new ArrayList<>(highest.keySet());
        unknown.removeAll(examined.keySet());
        if (!unknown.isEmpty()) {
            Map<Boot, Long> found = ledger.examinedThrough(unknown);
            unknown.forEach(boot -> examined.put(boot, found.getOrDefault(boot, 0L)));
        }
    }

    /** Adds the gaps from {@code from} on; returns the sequence to which it came. */
    private long walk(Boot boot, long from, long highest, List<SequenceGap> gaps) {
        long next = from;
        for (int walked = 0; next <= highest && walked < CHUNKS_MAX && gaps.size() < GAPS_MAX; walked++) {
            var chunk = SequenceChunk.of(boot, next);
            long last = Math.min(highest, chunk.first() + SequenceChunk.SIZE - 1);
            next = walkChunk(chunk, next, last, gaps) + 1;
        }
        return next - 1;
    }

    private long walkChunk(SequenceChunk chunk, long from, long last, List<SequenceGap> gaps) {
        var bits = index.bits(chunk);
        long sequence = from;
        while (sequence <= last && gaps.size() < GAPS_MAX) {
            long missing = chunk.first() + bits.nextClearBit(chunk.bit(sequence));
            if (missing > last) {
                return last;
            }
            int present = bits.nextSetBit(chunk.bit(missing));
            long end = present < 0 ? last : Math.min(last, chunk.first() + present - 1);
            gaps.add(new SequenceGap(chunk.boot(), missing, end));
            sequence = end + 1;
        }
        return sequence - 1;
    }
}
