package dev.tollgate.model.quota;

import java.time.Instant;

/**
 * Another amount of a limit for some time: of a window by the calendar whole windows, of a rolling one as long as so many.
 *
 * @param until exclusive
 * @param amount whole units; zero lets nothing through
 */
public record AmountOverride(Instant from, Instant until, long amount) {
    public AmountOverride {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("an override ends after its start, not " + from + " to " + until);
        }
        QuotaLimit.checkAmount(amount);
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
