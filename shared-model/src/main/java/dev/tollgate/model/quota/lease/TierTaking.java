package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.PeriodCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call has taken of the tiers of its price. It is settled once. */
final class TierTaking {
    static final TierTaking NONE = new TierTaking(null);

    private final @Nullable LimitShare lacking;
    private final List<Piece> pieces = new ArrayList<>(1);
    private final List<PeriodCount> counts = new ArrayList<>(1);

    /**
     * Taken of one lease.
     *
     * @param count the number of the count that it is for
     */
    private record Piece(int count, Lease lease, long amount) {}

    private TierTaking(@Nullable LimitShare lacking) {
        this.lacking = lacking;
    }

    static TierTaking begin() {
        return new TierTaking(null);
    }

    static TierTaking lacking(LimitShare share) {
        return new TierTaking(share);
    }

    /** The tier for which the call may wait; null if it has what it can have. */
    @Nullable
    LimitShare lacking() {
        return lacking;
    }

    /** Takes so many for the count that is at hand, or as many as there are. */
    long take(LimitShare share, long most, long nowMillis) {
        share.demands(most);
        long missing = most;
        for (Lease lease : share.leases()) {
            long part = missing == 0 ? 0 : lease.takeUpTo(missing, nowMillis);
            if (part > 0) {
                pieces.add(new Piece(counts.size(), lease, part));
                missing -= part;
            }
        }
        return most - missing;
    }

    /** The count that was at hand is done. */
    void stands(PeriodCount count) {
        counts.add(count);
    }

    /** Where the call stands in each count. */
    List<PeriodCount> counts() {
        return List.copyOf(counts);
    }

    void giveBack() {
        pieces.forEach(piece -> piece.lease.settle(piece.amount));
    }

    /**
     * Gives back what the call did not need, of the last tiers first.
     *
     * @param quantities that the call has of each count; nothing of one that is not there
     * @return what it has of each lease
     */
    List<Charge> settle(List<Long> quantities) {
        List<Charge> charges = new ArrayList<>(pieces.size());
        int count = -1;
        long left = 0;
        for (Piece piece : pieces) {
            if (piece.count != count) {
                count = piece.count;
                left = count < quantities.size() ? quantities.get(count) : 0;
            }
            long part = Math.min(left, piece.amount);
            left -= part;
            piece.lease.settle(piece.amount - part);
            if (part > 0) {
                charges.add(new Charge(piece.lease.id(), part));
            }
        }
        return charges;
    }
}
