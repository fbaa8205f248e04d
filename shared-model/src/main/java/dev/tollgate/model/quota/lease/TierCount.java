package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call before the tiers of the counts of its price that go on. Of each count it takes the most that it can have: of the first tier as much as
 * is at hand, of the next what that lacks, and of the last, which has no end and no share, the rest. Nothing is refused
 * here. For one thread at a time.
 */
public final class TierCount {
    private final Part[] parts;
    /** For each part: for the tiers before it the call waits no more. */
    private final int[] first;

    private final boolean[] unknown;

    /**
     * One count.
     *
     * @param shares of the tiers that end, in their order, not changed afterwards
     * @param most how many units the call can have
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(LimitShare[] shares, long most) {}

    /**
     * @param parts in the order of the price's components; not changed afterwards
     */
    public TierCount(Part... parts) {
        this.parts = parts;
        this.first = new int[parts.length];
        this.unknown = new boolean[parts.length];
    }

    /** Whether it is one of its tiers that a call waits for. */
    public boolean counts(LimitShare share) {
        return Arrays.stream(parts).anyMatch(part -> indexOf(part, share) >= 0);
    }

    private static int indexOf(Part part, LimitShare share) {
        return Arrays.asList(part.shares).indexOf(share);
    }

    /**
     * The call waits no more for a tier.
     *
     * @param heard whether the ledger has answered; if it has and left nothing, others have the tier, and if not, nothing is known
     */
    public void waitNoMore(LimitShare share, boolean heard) {
        boolean toOthers = heard && share.hasNoneToGive();
        if (!toOthers) {
            share.waitedInVain();
        }
        for (int i = 0; i < parts.length; i++) {
            int index = indexOf(parts[i], share);
            if (index >= 0 && toOthers) {
                first[i] = index + 1;
            } else if (index >= 0) {
                unknown[i] = true;
            }
        }
    }

    /** Takes of each count what the call can have; or says which tier lacks what may yet come, and takes nothing. */
    TierTaking take(long nowMillis) {
        TierTaking taking = TierTaking.begin();
        for (int i = 0; i < parts.length; i++) {
            LimitShare lacking = take(i, nowMillis, taking);
            if (lacking != null) {
                taking.giveBack();
                return TierTaking.lacking(lacking);
            }
        }
        return taking;
    }

    private @Nullable LimitShare take(int number, long nowMillis, TierTaking taking) {
        Part part = parts[number];
        List<Long> taken = new ArrayList<>(part.shares.length);
        long missing = part.most;
        long begin = 0;
        for (int i = 0; i < part.shares.length; i++) {
            LimitShare share = part.shares[i];
            long had = missing == 0 ? 0 : taking.take(share, missing, nowMillis);
            taken.add(had);
            missing -= had;
            if (had == 1 && part.most == 1) {
                taking.stands(PeriodCount.from(new CountBefore(begin, true)));
                return null;
            }
            // Of a price that is no more the ledger may not answer. Where it has let one call down, others do not wait.
            if (missing > 0 && i >= first[number] && (share.isOver() || share.mayHaveMore(missing, nowMillis))) {
                if (!unknown[number] && !share.isOver() && !share.isUnheard()) {
                    return share;
                }
                taking.stands(new PeriodCount(taken, new CountBefore(begin, false)));
                return null;
            }
            begin += share.limit().amount();
        }
        taking.stands(new PeriodCount(taken, new CountBefore(begin, true)));
        return null;
    }
}
