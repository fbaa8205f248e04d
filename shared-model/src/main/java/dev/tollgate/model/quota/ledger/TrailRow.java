package dev.tollgate.model.quota.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a boot's events are here.
 *
 * @param through all events up to this number are, or were given up
 * @param beyond numbers above it that came before their time, in order and apart
 * @param lastSequence of a boot that is over: its last event
 * @param broken whether an event was given up, so that nobody will ever know that all are here
 * @param heardAt when something was last heard of it
 */
public record TrailRow(
        UUID boot,
        long through,
        List<SequenceRange> beyond,
        @Nullable Long lastSequence,
        boolean broken,
        Instant heardAt) {
    public TrailRow {
        beyond = List.copyOf(beyond);
    }

    /** Of a boot of which nothing is here. */
    public static TrailRow fresh(UUID boot, Instant now) {
        return new TrailRow(boot, 0, List.of(), null, false, now);
    }

    /** Whether its process is over and all of its events are here. */
    public boolean isComplete() {
        return !broken && lastSequence != null && through >= lastSequence;
    }
}
