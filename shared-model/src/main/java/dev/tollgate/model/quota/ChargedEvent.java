package dev.tollgate.model.quota;

import java.util.List;
import java.util.UUID;

/**
 * What the ledger sees of a tool-call event. Events that charge nothing count too: without them nobody could say that all of
 * a boot's events are there.
 *
 * @param sequence the event's number within its boot, from 1 without gaps
 */
public record ChargedEvent(UUID boot, long sequence, List<Charge> charges) {
    /** A call is under a few limits; what says that it took of more leases is no event of a gateway. */
    public static final int CHARGES_MAX = 128;

    public ChargedEvent {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences count from 1, not " + sequence);
        }
        charges = List.copyOf(charges);
    }
}
