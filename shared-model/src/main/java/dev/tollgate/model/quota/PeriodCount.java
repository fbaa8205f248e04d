package dev.tollgate.model.quota;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one call stands in a count that goes on from call to call.
 *
 * @param taken how many units it has of each tier that ends, in their order, up to the last of which it has some
 * @param rest from where on the units are counted that it has beyond those
 */
public record PeriodCount(List<Long> taken, CountBefore rest) {
    /** Nothing is known: the ledger was not heard. */
    public static final PeriodCount UNKNOWN = from(CountBefore.UNKNOWN);

    public PeriodCount {
        int end = taken.size();
        while (end > 0 && taken.get(end - 1) == 0) {
            end--;
        }
        taken = List.copyOf(taken.subList(0, end));
        if (taken.stream().anyMatch(units -> units < 0)) {
            throw new IllegalArgumentException("what a call takes of a tier is not negative: " + taken);
        }
    }

    /** Of a call all of whose units follow those before it. */
    public static PeriodCount from(CountBefore before) {
        return new PeriodCount(List.of(), before);
    }

    /** The same of a call that has so many: what it took and does not need is left out, of the last tiers first. */
    public PeriodCount of(long quantity) {
        List<Long> needed = new ArrayList<>(taken.size());
        long left = quantity;
        for (long units : taken) {
            long part = Math.min(units, left);
            needed.add(part);
            left -= part;
        }
        return new PeriodCount(needed, rest);
    }
}
