package dev.tollgate.gateway.event;

import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.quota.CountBefore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost, and by which price.
 *
 * @param nanos nano-dollars
 * @param price absent where none decided
 * @param version of the price; 0 without one
 * @param quantities what was counted, for each of the price's components; empty where that is the call alone
 * @param before how many calls its price had counted; absent where counting them does not go on from call to call
 * @param tierCounts what it had of the tiers of all else that goes on, one number for each of their tiers; empty where nothing does
 */
public record Cost(
        long nanos,
        @Nullable PriceId price,
        long version,
        List<Long> quantities,
        @Nullable CountBefore before,
        List<Long> tierCounts) {
    public static final Cost NONE = new Cost(0, null, 0, List.of());

    public Cost {
        if (nanos < 0) {
            throw new IllegalArgumentException("a cost is not negative: " + nanos);
        }
        if ((price == null) != (version == 0)) {
            throw new IllegalArgumentException("a price has a version from 1, not " + version);
        }
        quantities = List.copyOf(quantities);
        tierCounts = List.copyOf(tierCounts);
    }

    /** By a price of which nothing goes on from call to call. */
    public Cost(long nanos, @Nullable PriceId price, long version, List<Long> quantities) {
        this(nanos, price, version, quantities, null, List.of());
    }
}
