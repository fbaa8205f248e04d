package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One call before the tiers of a count that goes on: it is of the first that has room, and of the last, which has no end and no
 * share, if none has. Nothing is refused here. For one thread at a time.
 */
public final class TierCount {
    private final LimitShare[] shares;
    /** Those before it have no room, as far as this call waits. */
    private int first;

    private boolean unknown;

    /**
     * @param shares of the tiers that end, in their order, not changed afterwards
     */
    public TierCount(LimitShare[] shares) {
        this.shares = shares;
    }

    /** Whether it is one of its tiers that a call waits for. */
    public boolean counts(LimitShare share) {
        return Arrays.stream(shares).anyMatch(each -> each == share);
    }

    /**
     * The call waits no more for a tier.
     *
     * @param heard whether the ledger has answered; if it has and left nothing, the tier is used up, and if not, nothing is known
     */
    public void waitNoMore(LimitShare share, boolean heard) {
        if (heard && share.known().filter(known -> known.left() < 1).isPresent()) {
            first = 1 + Arrays.asList(shares).indexOf(share);
        } else {
            unknown = true;
            share.waitedInVain();
        }
    }

    /** Takes one of the first tier that has room; or says which tier lacks what may yet come. */
    Taking take(long nowMillis) {
        long before = 0;
        for (int i = 0; i < shares.length; i++) {
            LimitShare share = shares[i];
            if (i >= first) {
                Lease lease = share.take(1, nowMillis);
                if (lease != null) {
                    return new Taking(null, new CountBefore(before, true), lease);
                }
                // Of a price that is no more the ledger may not answer. Where it has let one call down, others do not
                // wait.
                if (share.isOver() || share.lacks(1, nowMillis) instanceof Admission.Wanting) {
                    return unknown || share.isOver() || share.isUnheard()
                            ? new Taking(null, new CountBefore(before, false), null)
                            : new Taking(share, CountBefore.UNKNOWN, null);
                }
            }
            before += share.limit().amount();
        }
        return new Taking(null, new CountBefore(before, true), null);
    }

    /**
     * What became of it.
     *
     * @param lacking the tier for which it may wait; null if it has a place
     * @param lease that it took one of; null in the last tier, and where nothing is known
     */
    record Taking(
            @Nullable LimitShare lacking,
            CountBefore before,
            @Nullable Lease lease) {
        static final Taking NONE = new Taking(null, CountBefore.UNKNOWN, null);

        /** What it took of its tier, for its event; null if of none. */
        @Nullable
        Charge settle(boolean counted) {
            if (lease == null) {
                return null;
            }
            lease.settle(counted ? 0 : 1);
            return counted ? new Charge(lease.id(), 1) : null;
        }
    }
}
