package dev.tollgate.model.price;

import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of counts that go on. Of calls it is one number, {@link CountBefore#number()}. Of each other measure it is as many
 * numbers as there are tiers: what the call had of each that ends, and in the place of the last one from where on the rest is counted.
 */
public final class PeriodCounts {
    private PeriodCounts() {}

    /** The numbers of a call; empty where nothing but calls goes on. */
    public static List<Long> numbers(PriceTerms terms, Map<Measure, PeriodCount> counts) {
        List<Long> numbers = new ArrayList<>();
        for (PriceComponent component : terms.components()) {
            if (isOfUnits(component)) {
                PeriodCount count = counts.getOrDefault(component.measure(), PeriodCount.UNKNOWN);
                for (int i = 0; i < component.tiers().size() - 1; i++) {
                    numbers.add(i < count.taken().size() ? count.taken().get(i) : 0L);
                }
                numbers.add(count.rest().number());
            }
        }
        return numbers;
    }

    /**
     * Reads what stands on an event.
     *
     * @param calls absent where none are counted from call to call
     * @param numbers absent on events from before there were any: then nothing is known
     * @throws IllegalArgumentException if the terms have other tiers
     */
    static Map<Measure, PeriodCount> read(PriceTerms terms, @Nullable CountBefore calls, @Nullable List<Long> numbers) {
        Map<Measure, PeriodCount> counts = new HashMap<>();
        if (calls != null) {
            counts.put(new Measure.Calls(), PeriodCount.from(calls));
        }
        int at = 0;
        for (PriceComponent component : terms.components()) {
            if (numbers != null && !numbers.isEmpty() && isOfUnits(component)) {
                int rest = at + component.tiers().size() - 1;
                if (rest >= numbers.size()) {
                    throw new IllegalArgumentException("the price has more tiers than were recorded: " + numbers);
                }
                counts.put(
                        component.measure(),
                        new PeriodCount(numbers.subList(at, rest), CountBefore.of(numbers.get(rest))));
                at = rest + 1;
            }
        }
        if (numbers != null && at < numbers.size()) {
            throw new IllegalArgumentException("the price has fewer tiers than were recorded: " + numbers);
        }
        return counts;
    }

    private static boolean isOfUnits(PriceComponent component) {
        return component.goesOn() && !(component.measure() instanceof Measure.Calls);
    }
}
