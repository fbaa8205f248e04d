package dev.tollgate.model.price;

import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a call.
 *
 * @param counted by measure; what is not there is 0, but for the call itself, which is 1
 * @param counts where the call stands in the period, of components whose counting goes on; what is not there is not known
 */
public record Quantities(Map<Measure, Long> counted, Map<Measure, PeriodCount> counts) {
    public static final Quantities NONE = new Quantities(Map.of(), Map.of());

    public Quantities {
        counted = checked(counted);
        counts = Map.copyOf(counts);
    }

    /**
     * What was recorded of a call, one for each thing that its price counts.
     *
     * @param before how many calls were counted before, if the price's count of them goes on
     * @param tierCounts of what else goes on, as {@link PeriodCounts} has it; absent if nothing does
     * @throws IllegalArgumentException if they are not as many
     */
    public static Quantities recorded(
            PriceTerms terms, List<Long> quantities, @Nullable CountBefore before, @Nullable List<Long> tierCounts) {
        return new Quantities(counted(terms, quantities), PeriodCounts.read(terms, before, tierCounts));
    }

    /**
     * One for each thing that a price counts.
     *
     * @throws IllegalArgumentException if they are not as many
     */
    public static Map<Measure, Long> counted(PriceTerms terms, List<Long> quantities) {
        List<PriceComponent> components = terms.components();
        if (quantities.size() != components.size()) {
            throw new IllegalArgumentException(
                    "the price counts " + components.size() + " things, and " + quantities.size() + " were counted");
        }
        Map<Measure, Long> counted = HashMap.newHashMap(components.size());
        for (int i = 0; i < components.size(); i++) {
            counted.put(components.get(i).measure(), quantities.get(i));
        }
        return counted;
    }

    private static Map<Measure, Long> checked(Map<Measure, Long> quantities) {
        quantities.forEach((measure, quantity) -> {
            if (quantity < 0) {
                throw new IllegalArgumentException("a quantity is not negative: " + quantity + " " + measure.unit());
            }
        });
        return Map.copyOf(quantities);
    }

    /** As much as counts. */
    public long of(Measure measure) {
        return measure instanceof Measure.Calls ? 1 : measure.counted(counted.getOrDefault(measure, 0L));
    }

    PeriodCount count(Measure measure) {
        return counts.getOrDefault(measure, PeriodCount.UNKNOWN);
    }
}
