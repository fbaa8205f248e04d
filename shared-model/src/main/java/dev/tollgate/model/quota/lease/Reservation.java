package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one call holds of every limit that it is under, the most that it may cost, and its place in a tier of its price. It is
 * settled once, by what it did cost; what is not settled stays taken.
 */
public final class Reservation {
    /** Of a call that no limit holds. */
    public static final Reservation NOTHING =
            new Reservation(new LimitShare[0], new Lease[0], new long[0], TierCount.Taking.NONE);

    private final LimitShare[] shares;
    private final @Nullable Lease[] leases;
    /** As it was then: a limit's terms may change while the call runs. */
    private final long[] reserved;

    private final TierCount.Taking tier;
    private final AtomicBoolean settled = new AtomicBoolean();

    private Reservation(LimitShare[] shares, @Nullable Lease[] leases, long[] reserved, TierCount.Taking tier) {
        this.shares = shares;
        this.leases = leases;
        this.reserved = reserved;
        this.tier = tier;
    }

    /**
     * Takes what a call may cost from all of its limits, or from none.
     *
     * @param shares of the limits that hold for the call, not changed afterwards
     * @param nowMillis by the gateway's clock; stands on the call's event too
     */
    public static Admission admit(LimitShare[] shares, Amounts bound, long nowMillis) {
        return admit(shares, bound, null, nowMillis);
    }

    /**
     * Takes what a call may cost from all of its limits and one of a tier, or from none.
     *
     * @param count of its price; null if that does not go on from call to call
     */
    public static Admission admit(LimitShare[] shares, Amounts bound, @Nullable TierCount count, long nowMillis) {
        if (shares.length == 0 && count == null) {
            return new Admission.Admitted(NOTHING);
        }
        @Nullable Lease[] leases = new Lease[shares.length];
        long[] reserved = new long[shares.length];
        for (int i = 0; i < shares.length; i++) {
            QuotaLimit limit = shares[i].limit();
            long amount = limit.reserved(bound.of(limit.unit()));
            reserved[i] = amount;
            if (amount == 0) {
                continue;
            }
            leases[i] = shares[i].take(amount, nowMillis);
            if (leases[i] == null && !shares[i].isOver()) {
                giveBack(shares, leases, reserved);
                return shares[i].lacks(amount, nowMillis);
            }
        }
        TierCount.Taking tier = count == null ? TierCount.Taking.NONE : count.take(nowMillis);
        LimitShare lacking = tier.lacking();
        if (lacking != null) {
            giveBack(shares, leases, reserved);
            return new Admission.Wanting(lacking);
        }
        return new Admission.Admitted(new Reservation(shares, leases, reserved, tier));
    }

    private static void giveBack(LimitShare[] shares, @Nullable Lease[] leases, long[] reserved) {
        new Reservation(shares, leases, reserved, TierCount.Taking.NONE).settle(new Amounts(0, 0, 0));
    }

    /** How many calls its price had counted before it; not known if that was not asked. */
    public CountBefore before() {
        return tier.before();
    }

    /** The same of a call that its price does not count. */
    public List<Charge> settle(Amounts cost) {
        return settle(cost, false);
    }

    /**
     * Gives back what the call did not need.
     *
     * @param cost what it did cost; what goes beyond the reservation is not charged, for nobody has agreed to it
     * @param counted whether its price counts it; if not, its place in a tier is free again
     * @return what it took of each lease, for its event
     */
    public List<Charge> settle(Amounts cost, boolean counted) {
        if (this == NOTHING || !settled.compareAndSet(false, true)) {
            return List.of();
        }
        List<Charge> charges = new ArrayList<>(shares.length + 1);
        for (int i = 0; i < shares.length; i++) {
            Lease lease = leases[i];
            if (lease != null) {
                QuotaUnit unit = shares[i].limit().unit();
                if (unit == QuotaUnit.CONCURRENT) {
                    lease.settle(reserved[i]);
                } else {
                    long spent = Math.min(reserved[i], cost.of(unit));
                    lease.settle(reserved[i] - spent);
                    charges.add(new Charge(lease.id(), spent));
                }
            }
        }
        Charge ofTier = tier.settle(counted);
        if (ofTier != null) {
            charges.add(ofTier);
        }
        return charges;
    }
}
