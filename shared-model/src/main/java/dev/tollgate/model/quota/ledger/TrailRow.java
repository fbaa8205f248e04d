package dev.tollgate.model.quota.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a boot's events are here.
 *
 * @param through all events up to this number are
 * @param beyond numbers above it that came before their time
 * @param lastSequence of a boot that is over: its last event
 * @param heardAt when something was last heard of it
 */
public record TrailRow(
        UUID boot,
        long through,
        List<Long> beyond,
        @Nullable Long lastSequence,
        Instant heardAt) {
    public TrailRow {
        beyond = List.copyOf(beyond);
    }
}
