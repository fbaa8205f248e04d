package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.quota.QuotaWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was spent within a window, by when it stops to count. Of a rolling window the times are rounded up to a sixtieth of
 * it, so that there are few of them and none is too early.
 */
final class SettledAmounts {
    private static final int PARTS_OF_WINDOW = 60;

    private final TreeMap<Instant, Long> amounts;

    SettledAmounts(Map<Instant, Long> amounts) {
        this.amounts = new TreeMap<>(amounts);
    }

    /** When what was spent by {@code at} of a rolling window stops to count. */
    static Instant until(Instant at, QuotaWindow.Rolling window) {
        Duration length = window.length().rolling();
        long part = length.toMillis() / PARTS_OF_WINDOW;
        long end = at.plus(length).toEpochMilli();
        return Instant.ofEpochMilli((Math.floorDiv(end, part) + 1) * part);
    }

    void add(Instant until, long amount) {
        if (amount > 0) {
            amounts.merge(until, amount, Math::addExact);
        }
    }

    /** Sum of what counts. */
    long at(Instant now) {
        long sum = 0;
        for (long amount : amounts.tailMap(now, false).values()) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** When the first of what counts stops to count; {@code otherwise} if nothing does. */
    Instant firstEnd(Instant now, Instant otherwise) {
        Instant first = amounts.higherKey(now);
        return first == null ? otherwise : first;
    }

    void forget(Instant now) {
        amounts.headMap(now, true).clear();
    }

    Map<Instant, Long> row() {
        return amounts;
    }
}
