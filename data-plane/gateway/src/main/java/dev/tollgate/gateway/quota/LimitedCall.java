package dev.tollgate.gateway.quota;

import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import dev.tollgate.model.quota.lease.TierCount;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call for which limits hold, or whose price counts from call to call, before it is made. */
public final class LimitedCall {
    private final Map<LimitId, LimitConfig> limits;
    private final LimitShare[] shares;
    private final Amounts bound;
    private final @Nullable TierCount tiers;
    private final Instant startedAt;
    private final InstantSource clock;
    private final ToldRefusals told;

    /**
     * @param limits of its snapshot
     * @param shares of those that hold for it
     * @param tiers null if its price counts none from call to call
     */
    LimitedCall(
            Map<LimitId, LimitConfig> limits,
            LimitShare[] shares,
            Amounts bound,
            @Nullable TierCount tiers,
            Instant startedAt,
            InstantSource clock,
            ToldRefusals told) {
        this.limits = limits;
        this.shares = shares;
        this.bound = bound;
        this.tiers = tiers;
        this.startedAt = startedAt;
        this.clock = clock;
        this.told = told;
    }

    /** Whether more limits hold for it than its event can name. */
    public boolean hasTooMany() {
        return shares.length > CallLimits.PER_CALL_MAX;
    }

    /**
     * Takes what it may cost of all of its limits, and what it can have of tiers, or of none; by the time that stands on its event, so that it is of
     * that window.
     */
    public Admission admit() {
        return Reservation.admit(shares, bound, tiers, startedAt.toEpochMilli());
    }

    /**
     * Whether it is made without what it has waited for: a tier refuses nothing, and another rate holds then.
     *
     * @param heard whether the ledger has answered since it began to wait
     */
    public boolean goesOnWithout(LimitShare share, boolean heard) {
        if (tiers == null || !tiers.counts(share)) {
            return false;
        }
        tiers.waitNoMore(share, heard);
        return true;
    }

    /** Why it is refused by a limit. */
    public LimitRefusal refusal(Admission.Refused refused) {
        String name = LimitWords.name(refused.limit(), limits);
        return told.of(RefusalFacts.exhausted(refused, name, clock.instant()));
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
        String name = LimitWords.name(limit, limits);
        Instant now = clock.instant();
        return told.of(
                heard && refused.left() < asked
                        ? RefusalFacts.exhausted(refused, name, now)
                        : RefusalFacts.unheard(refused, name, now));
    }
}
