package dev.tollgate.model.price;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads what a pointer points at as a quantity. Every JSON has one: what is no number and has no size counts nothing. */
public final class PointedQuantity {
    private PointedQuantity() {}

    /** A number, rounded up; the size of an array or object; 0 for anything else and for what is negative. */
    public static long of(JsonNode json, Measure.Pointed measure) {
        JsonNode found = json.at(JsonPointer.compile(measure.pointer()));
        if (found.isNumber()) {
            return ofNumber(found, measure.quantityMax());
        }
        return found.isContainerNode() ? Math.min(found.size(), measure.quantityMax()) : 0;
    }

    private static long ofNumber(JsonNode number, long max) {
        if (number.isDouble() && Double.isInfinite(number.doubleValue())) {
            return number.doubleValue() > 0 ? max : 0;
        }
        BigDecimal value = number.decimalValue();
        if (value.signum() <= 0) {
            return 0;
        }
        // Compared before it is rounded: 1e999999999 must not become so many digits.
        return value.compareTo(BigDecimal.valueOf(max)) >= 0
                ? max
                : value.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
