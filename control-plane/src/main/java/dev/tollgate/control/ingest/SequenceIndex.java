package dev.tollgate.control.ingest;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Answers whether an event is stored already, exactly and without assuming an order: a bit for each sequence number, read
 * from the store a chunk at a time when first needed. In the steady state nothing is read, because what lies above a
 * boot's highest sequence is known to be absent. Not for use by several threads.
 */
final class SequenceIndex {
    /** Far beyond what gateways start within the life of a session; past it everything is read anew. */
    private static final int BOOTS_MAX = 100_000;

    private final StoredSequences stored;
    private final int chunksMax;
    private final Map<Boot, Long> highest = new HashMap<>();
    private final Map<SequenceChunk, BitSet> chunks = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param chunksMax how many chunks of 8 KiB are kept beyond those that the batch in hand needs
     */
    SequenceIndex(StoredSequences stored, int chunksMax) {
        this.stored = stored;
        this.chunksMax = chunksMax;
    }

    /** Makes {@link #add} possible for these sequences; drops what has not been needed for longest. */
    void prepare(Collection<CallRow> rows) {
        if (highest.size() > BOOTS_MAX) {
            highest.clear();
            chunks.clear();
        }
        Set<SequenceChunk> wanted = new HashSet<>();
        rows.forEach(row ->
                wanted.add(SequenceChunk.of(Boot.of(row.event()), row.event().sequence())));
        learnHighest(wanted);
        load(wanted);
        var eldest = chunks.keySet().iterator();
        while (chunks.size() > chunksMax && eldest.hasNext()) {
            if (!wanted.contains(eldest.next())) {
                eldest.remove();
            }
        }
    }

    /** Takes the event as stored from now on; false if it was before. */
    boolean add(Boot boot, long sequence) {
        var chunk = SequenceChunk.of(boot, sequence);
        BitSet bits = chunks.get(chunk);
        if (bits == null) {
            throw new IllegalStateException("not prepared for " + chunk);
        }
        if (bits.get(chunk.bit(sequence))) {
            return false;
        }
        bits.set(chunk.bit(sequence));
        highest.merge(boot, sequence, Math::max);
        return true;
    }

    /** The highest sequence of each boot met so far. */
    Map<Boot, Long> highest() {
        return Map.copyOf(highest);
    }

    /** What is stored of a chunk; not to be changed. */
    BitSet bits(SequenceChunk chunk) {
        learnHighest(Set.of(chunk));
        load(Set.of(chunk));
        return chunks.getOrDefault(chunk, new BitSet());
    }

    private void learnHighest(Collection<SequenceChunk> wanted) {
        Set<Boot> unknown = new HashSet<>();
        for (SequenceChunk chunk : wanted) {
            if (!highest.containsKey(chunk.boot())) {
                unknown.add(chunk.boot());
            }
        }
        if (!unknown.isEmpty()) {
            Map<Boot, Long> found = stored.highest(unknown);
            unknown.forEach(boot -> highest.put(boot, found.getOrDefault(boot, 0L)));
        }
    }

    private void load(Collection<SequenceChunk> wanted) {
        Set<SequenceChunk> unread = new HashSet<>();
        for (SequenceChunk chunk : wanted) {
            if (chunks.get(chunk) == null) {
                chunks.put(chunk, new BitSet(SequenceChunk.SIZE));
                if (chunk.first() <= highest.getOrDefault(chunk.boot(), 0L)) {
                    unread.add(chunk);
                }
            }
        }
        if (!unread.isEmpty()) {
            stored.read(unread, (chunk, sequence) -> {
                BitSet bits = chunks.get(chunk);
                if (bits != null) {
                    bits.set(chunk.bit(sequence));
                }
            });
        }
    }
}
