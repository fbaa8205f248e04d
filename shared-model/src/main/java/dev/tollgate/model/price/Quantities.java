package dev.tollgate.model.price;

import dev.tollgate.model.quota.CountBefore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a call.
 *
 * @param counted by measure; what is not there is 0, but for the call itself, which is 1
 * @param before what was counted in the period before this call, of components whose counting goes on; what is not there is not known
 */
public record Quantities(Map<Measure, Long> counted, Map<Measure, CountBefore> before) {
    public static final Quantities NONE = new Quantities(Map.of(), Map.of());

    public Quantities {
        counted = checked(counted);
        before = Map.copyOf(before);
    }

    /**
     * What was recorded of a call, one for each thing that its price counts.
     *
     * @param before how many calls were counted before, if the price's count of them goes on
     * @throws IllegalArgumentException if they are not as many
     */
    public static Quantities recorded(PriceTerms terms, List<Long> quantities, @Nullable CountBefore before) {
        List<PriceComponent> components = terms.components();
        if (quantities.size() != components.size()) {
            throw new IllegalArgumentException(
                    "the price counts " + components.size() + " things, and " + quantities.size() + " were counted");
        }
        Map<Measure, Long> counted = HashMap.newHashMap(components.size());
        for (int i = 0; i < components.size(); i++) {
            counted.put(components.get(i).measure(), quantities.get(i));
        }
        return new Quantities(counted, before == null ? Map.of() : Map.of(new Measure.Calls(), before));
    }

    private static Map<Measure, Long> checked(Map<Measure, Long> quantities) {
        quantities.forEach((measure, quantity) -> {
            if (quantity < 0) {
                throw new IllegalArgumentException("a quantity is not negative: " + quantity + " " + measure.unit());
            }
        });
        return Map.copyOf(quantities);
    }

    long of(Measure measure) {
        return switch (measure) {
            case Measure.Calls _ -> 1;
            case Measure.Pointed pointed -> Math.min(counted.getOrDefault(measure, 0L), pointed.quantityMax());
            case Measure.Bytes _, Measure.Tokens _, Measure.Millis _ -> counted.getOrDefault(measure, 0L);
        };
    }

    CountBefore before(Measure measure) {
        return before.getOrDefault(measure, CountBefore.UNKNOWN);
    }
}
