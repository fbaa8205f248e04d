package dev.tollgate.gateway.quota;

import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.time.Instant;
import java.time.InstantSource;

/** One call for which limits hold, before it is made. */
public final class LimitedCall {
    private final LimitShare[] shares;
    private final Amounts bound;
    private final Instant startedAt;
    private final InstantSource clock;

    LimitedCall(LimitShare[] shares, Amounts bound, Instant startedAt, InstantSource clock) {
        this.shares = shares;
        this.bound = bound;
        this.startedAt = startedAt;
        this.clock = clock;
    }

    /** Whether more limits hold for it than its event can name. */
    public boolean hasTooMany() {
        return shares.length > CallLimits.PER_CALL_MAX;
    }

    /** Takes what it may cost of all of its limits, or of none; by the time that stands on its event, so that it is of that window. */
    public Admission admit() {
        return Reservation.admit(shares, bound, startedAt.toEpochMilli());
    }

    /** Why it is refused by a limit. */
    public LimitRefusal refusal(Admission.Refused refused) {
        return LimitRefusal.exhausted(refused, clock.instant());
    }

    /**
     * Why it is refused that has waited as long as it may.
     *
     * @param heard whether the ledger has answered since it began to wait
     */
    public LimitRefusal refusal(Admission.Wanting wanting, boolean heard) {
        QuotaLimit limit = wanting.share().limit();
        long asked = limit.reserved(bound.of(limit.unit()));
        Admission.Refused refused = wanting.share().refusal(asked);
        return heard && refused.left() < asked
                ? LimitRefusal.exhausted(refused, clock.instant())
                : LimitRefusal.unheard(refused, clock.instant());
    }
}
