package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one call holds of every limit that it is under, the most that it may cost, and its part of the tiers of its price. It is
 * settled once, by what it did cost; what is not settled stays taken.
 */
public final class Reservation {
    /** Of a call that no limit holds. */
    public static final Reservation NOTHING =
            new Reservation(new LimitShare[0], new Lease[0], new long[0], TierTaking.NONE);

    private final LimitShare[] shares;
    private final @Nullable Lease[] leases;
    /** As it was then: a limit's terms may change while the call runs. */
    private final long[] reserved;

    private final TierTaking tiers;
    private final AtomicBoolean settled = new AtomicBoolean();

    private Reservation(LimitShare[] shares, @Nullable Lease[] leases, long[] reserved, TierTaking tiers) {
        this.shares = shares;
        this.leases = leases;
        this.reserved = reserved;
        this.tiers = tiers;
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
     * Takes what a call may cost from all of its limits, and what it can have of the tiers of its price, or from none.
     *
     * @param count before those tiers; null if its price counts nothing from call to call
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
        TierTaking tiers = count == null ? TierTaking.NONE : count.take(nowMillis);
        LimitShare lacking = tiers.lacking();
        if (lacking != null) {
            giveBack(shares, leases, reserved);
            return new Admission.Wanting(lacking);
        }
        return new Admission.Admitted(new Reservation(shares, leases, reserved, tiers));
    }

    private static void giveBack(LimitShare[] shares, @Nullable Lease[] leases, long[] reserved) {
        new Reservation(shares, leases, reserved, TierTaking.NONE).settle(new Amounts(0, 0, 0));
    }

    /** Where it stands in each count of its price that goes on, in the order of the price's components. */
    public List<PeriodCount> counts() {
        return tiers.counts();
    }

    /** The same of a call of which its price counts nothing. */
    public List<Charge> settle(Amounts cost) {
        return settle(cost, List.of());
    }

    /**
     * Gives back what the call did not need.
     *
     * @param cost what it did cost; what goes beyond the reservation is not charged, for nobody has agreed to it
     * @param counted how much of each count that goes on it has; what it took of tiers beyond that is free again, all of it if none is
     *     there
     * @return what it took of each lease, for its event
     */
    public List<Charge> settle(Amounts cost, List<Long> counted) {
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
        charges.addAll(tiers.settle(counted));
        return charges;
    }
}
