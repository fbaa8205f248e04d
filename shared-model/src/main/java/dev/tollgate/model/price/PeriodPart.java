package dev.tollgate.model.price;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a period's count a line is of.
 *
 * @param after so many come before it in the period
 * @param upTo the last one of it, counted from 1; absent of the last part, which has no end
 * @param known whether it was known how many came before; if not, this is the cheapest part that it can have been
 */
public record PeriodPart(
        PricePeriod period, long after, @Nullable Long upTo, boolean known) {
    @Override
    public String toString() {
        if (!known) {
            return "the cheapest rate that may hold: how many came before in the " + period.words() + " was not known";
        }
        if (upTo == null) {
            return String.format(Locale.ROOT, "after the first %,d of the %s", after, period.words());
        }
        return after == 0
                ? String.format(Locale.ROOT, "of the first %,d of the %s", upTo, period.words())
                : String.format(Locale.ROOT, "of %,d to %,d of the %s", after + 1, upTo, period.words());
    }
}
