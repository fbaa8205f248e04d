package dev.tollgate.control.limit;

import dev.tollgate.model.api.LimitUnit;
import java.math.BigInteger;
import java.util.List;

/** The shares of a limit at which people are told. */
final class Thresholds {
    private static final List<Integer> STANDARD = List.of(50, 80, 100);
    static final int COUNT_MAX = 5;

    /** So many points below a share that was told, it may be told again: what moves to and fro around it tells it once. */
    private static final int FALL_BACK = 5;

    private Thresholds() {}

    /** Where nothing is said; of what is never used up there are none. */
    static List<Integer> standard(LimitUnit unit) {
        return unit == LimitUnit.CONCURRENT ? List.of() : STANDARD;
    }

    /** How much is used, in percent to the nearest: of what the last call's price does not fit into, all is used. */
    static int percent(long used, long amount) {
        if (amount == 0) {
            return used > 0 ? 100 : 0;
        }
        BigInteger half = BigInteger.valueOf(amount).shiftRight(1);
        return BigInteger.valueOf(used)
                .multiply(BigInteger.valueOf(100))
                .add(half)
                .divide(BigInteger.valueOf(amount))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** The highest that was reached; 0 if none was. */
    static int reached(List<Integer> shares, int percent) {
        return shares.stream()
                .mapToInt(Integer::intValue)
                .filter(share -> share <= percent)
                .max()
                .orElse(0);
    }

    /**
     * What counts as told from now on.
     *
     * @param told the highest that was told before
     */
    static int told(List<Integer> shares, int percent, int told) {
        int reached = reached(shares, percent);
        return reached >= told || percent > told - FALL_BACK ? Math.max(reached, told) : reached;
    }
}
