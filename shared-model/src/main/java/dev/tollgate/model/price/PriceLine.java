package dev.tollgate.model.price;

import dev.tollgate.model.money.Money;
import java.util.Locale;

/** One part of an explanation: so many, at this rate, cost that much. */
public record PriceLine(Measure measure, long quantity, Rate rate, Money amount) {
    @Override
    public String toString() {
        String unit = quantity == 1 && measure instanceof Measure.Calls ? "call" : measure.unit();
        return String.format(Locale.ROOT, "%,d %s x %s", quantity, unit, rate);
    }
}
