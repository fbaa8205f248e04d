package dev.tollgate.gateway.meter;

import dev.tollgate.model.quota.lease.Reservation;
import org.jspecify.annotations.Nullable;

/** The limits that hold for what a refused call costs. Called from any thread, so it must not block. */
public interface RefusalLimits {
    /**
     * Takes it of all of them, if they have it in hand; nobody waits for the price of a refusal.
     *
     * @param nanoDollars above zero
     * @return null if one of them has less
     */
    @Nullable
    Reservation take(Attempt attempt, Target target, long nanoDollars);
}
