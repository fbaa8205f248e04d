package dev.tollgate.model.price;

import dev.tollgate.model.money.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of an explanation: so many, at this rate, cost that much.
 *
 * @param part of the period's count, where counting goes on from call to call
 */
public record PriceLine(
        Measure measure,
        long quantity,
        Rate rate,
        Money amount,
        @Nullable PeriodPart part) {
    @Override
    public String toString() {
        String unit = quantity == 1 && measure instanceof Measure.Calls ? "call" : measure.unit();
        String where = part == null ? "" : " (" + part + ")";
        return String.format(Locale.ROOT, "%,d %s x %s", quantity, unit, rate) + where;
    }
}
