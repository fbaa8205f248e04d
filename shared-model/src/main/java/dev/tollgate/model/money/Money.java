package dev.tollgate.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * US dollars in whole nano-dollars: $1 is 1,000,000,000. Arithmetic is exact and overflow throws
 * {@link ArithmeticException}. In JSON it is a decimal string, because a number would pass through doubles.
 */
public record Money(long nanos) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final int SCALE = 9;

    /**
     * Reads a decimal number of dollars such as {@code 0.0125}.
     *
     * @throws IllegalArgumentException if it is no number, has more than nine decimals or is out of range
     */
    @JsonCreator
    public static Money ofDollars(String dollars) {
        if (dollars.length() > 32) {
            throw new IllegalArgumentException("an amount has at most 32 characters");
        }
        try {
            return new Money(new BigDecimal(dollars).movePointRight(SCALE).longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an amount is a decimal number of dollars such as 0.0125", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "an amount has at most nine decimals and lies within 9,223,372,036 dollars", e);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(nanos, other.nanos));
    }

    public boolean isNegative() {
        return nanos < 0;
    }

    /** Dollars as a plain decimal without trailing zeros: {@code 0.0125}. */
    @JsonValue
    public String dollars() {
        BigDecimal value = BigDecimal.valueOf(nanos, SCALE).stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    }

    /** As people read it: every nano-dollar that is there and at least two decimals, {@code $1,234.50}, {@code $0.000125}. */
    public String words() {
        DecimalFormat format = new DecimalFormat("$#,##0.00#######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return format.format(BigDecimal.valueOf(nanos, SCALE));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(nanos, other.nanos);
    }

    @Override
    public String toString() {
        return "$" + dollars();
    }
}
