package dev.tollgate.model.quota.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbers of a boot's events that are here, so that each counts once and it is known when all are. */
final class EventTrail {
    /**
     * Events of a boot come nearly in order: those of another partition may be ahead by what a few fetches bring. With more
     * gaps than this, the lowest ones are given up.
     */
    static final int RANGES_MAX = 20_000;

    private final UUID boot;
    /** Ranges beyond {@link #through}, first number to last; none touches another. */
    private final TreeMap<Long, Long> beyond = new TreeMap<>();

    private long through;
    private @Nullable Long lastSequence;
    private boolean broken;
    private Instant heardAt;

    EventTrail(TrailRow row) {
        this.boot = row.boot();
        this.through = row.through();
        row.beyond().forEach(range -> beyond.put(range.first(), range.last()));
        this.lastSequence = row.lastSequence();
        this.broken = row.broken();
        this.heardAt = row.heardAt();
    }

    TrailRow row() {
        return new TrailRow(
                boot,
                through,
                beyond.entrySet().stream()
                        .map(range -> new SequenceRange(range.getKey(), range.getValue()))
                        .toList(),
                lastSequence,
                broken,
                heardAt);
    }

    /** Whether it is new. What comes after it was given up is not: its boot's leases count in full. */
    boolean add(long sequence, Instant now) {
        heardAt = now;
        Map.Entry<Long, Long> below = beyond.floorEntry(sequence);
        if (sequence <= through || below != null && sequence <= below.getValue()) {
            return false;
        }
        insert(sequence, below);
        if (beyond.size() > RANGES_MAX) {
            broken = true;
            take(beyond.firstEntry());
        }
        return true;
    }

    private void insert(long sequence, Map.@Nullable Entry<Long, Long> below) {
        long first = below != null && below.getValue() == sequence - 1 ? below.getKey() : sequence;
        Long joined = beyond.remove(sequence + 1);
        beyond.put(first, joined == null ? sequence : joined);
        if (first == through + 1) {
            take(beyond.firstEntry());
        }
    }

    private void take(Map.Entry<Long, Long> range) {
        beyond.remove(range.getKey());
        through = range.getValue();
    }

    void ended(long last, Instant now) {
        heardAt = now;
        lastSequence = lastSequence == null ? last : Math.max(lastSequence, last);
    }

    boolean hasEnded() {
        return lastSequence != null;
    }

    boolean isSilentSince(Instant time) {
        return heardAt.isBefore(time);
    }
}
