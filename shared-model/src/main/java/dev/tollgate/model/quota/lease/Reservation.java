package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one call holds of every limit that it is under: the most that it may cost. It is settled once, by what it did cost;
 * what is not settled stays taken.
 */
public final class Reservation {
    /** Of a call that no limit holds. */
    public static final Reservation NOTHING = new Reservation(new LimitShare[0], new Lease[0], new long[0]);

    private final LimitShare[] shares;
    private final @Nullable Lease[] leases;
    /** As it was then: a limit's terms may change while the call runs. */
    private final long[] reserved;

    private final AtomicBoolean settled = new AtomicBoolean();

    private Reservation(LimitShare[] shares, @Nullable Lease[] leases, long[] reserved) {
        this.shares = shares;
        this.leases = leases;
        this.reserved = reserved;
    }

    /**
     * Takes what a call may cost from all of its limits, or from none.
     *
     * @param shares of the limits that hold for the call, not changed afterwards
     * @param nowMillis by the gateway's clock; stands on the call's event too
     */
    public static Admission admit(LimitShare[] shares, Amounts bound, long nowMillis) {
        if (shares.length == 0) {
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
                new Reservation(shares, leases, reserved).settle(new Amounts(0, 0, 0));
                return shares[i].lacks(amount, nowMillis);
            }
        }
        return new Admission.Admitted(new Reservation(shares, leases, reserved));
    }

    /**
     * Gives back what the call did not need.
     *
     * @param cost what it did cost; what goes beyond the reservation is not charged, for nobody has agreed to it
     * @return what it took of each lease, for its event
     */
    public List<Charge> settle(Amounts cost) {
        if (shares.length == 0 || !settled.compareAndSet(false, true)) {
            return List.of();
        }
        List<Charge> charges = new ArrayList<>(shares.length);
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
        return charges;
    }
}
