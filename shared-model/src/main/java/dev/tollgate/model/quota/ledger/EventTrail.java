package dev.tollgate.model.quota.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbers of a boot's events that are here, so that each counts once and it is known when all are. */
final class EventTrail {
    /** Events of a boot come nearly in order: those of another partition may be ahead by what one fetch brings. */
    static final int BEYOND_MAX = 100_000;

    private final UUID boot;
    private final TreeSet<Long> beyond = new TreeSet<>();
    private long through;
    private @Nullable Long lastSequence;
    private Instant heardAt;

    EventTrail(TrailRow row) {
        this.boot = row.boot();
        this.through = row.through();
        this.beyond.addAll(row.beyond());
        this.lastSequence = row.lastSequence();
        this.heardAt = row.heardAt();
    }

    static EventTrail of(UUID boot, Instant now) {
        return new EventTrail(new TrailRow(boot, 0, List.of(), null, now));
    }

    TrailRow row() {
        return new TrailRow(boot, through, new ArrayList<>(beyond), lastSequence, heardAt);
    }

    /** Whether it is new. */
    boolean add(long sequence, Instant now) {
        heardAt = now;
        if (sequence <= through || beyond.contains(sequence)) {
            return false;
        }
        if (beyond.size() >= BEYOND_MAX && sequence != through + 1) {
            throw new TooFarAhead(boot, sequence);
        }
        beyond.add(sequence);
        while (!beyond.isEmpty() && beyond.first() == through + 1) {
            through = beyond.pollFirst();
        }
        return true;
    }

    void ended(long last, Instant now) {
        heardAt = now;
        lastSequence = lastSequence == null ? last : Math.max(lastSequence, last);
    }

    boolean hasEnded() {
        return lastSequence != null;
    }

    boolean isComplete() {
        return lastSequence != null && through >= lastSequence;
    }

    boolean isSilentSince(Instant time) {
        return heardAt.isBefore(time);
    }

    /** The event has to come again when those before it are here. */
    static final class TooFarAhead extends IllegalStateException {
        private static final long serialVersionUID = 1;

        TooFarAhead(UUID boot, long sequence) {
            super("event " + sequence + " of boot " + boot + " came with " + BEYOND_MAX
                    + " others before those missing");
        }
    }
}
