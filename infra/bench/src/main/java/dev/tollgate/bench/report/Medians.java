package dev.tollgate.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of a few values, which one disturbed round does not move. */
public final class Medians {
    private Medians() {}

    /**
     * The middle value, or the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing has no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static <T> double of(List<T> items, ToDoubleFunction<T> value) {
        return of(items.stream().map(value::applyAsDouble).toList());
    }
}
