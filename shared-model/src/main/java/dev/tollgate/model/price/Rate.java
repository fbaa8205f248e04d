package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.money.Money;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * So much money for so many: {@code 0.50} per 1,000,000 tokens. A quantity costs exactly its part of that, rounded up to the
 * next whole nano-dollar.
 */
public record Rate(Money amount, long per) {
    public Rate {
        if (amount.isNegative() || per < 1) {
            throw new IllegalArgumentException(
                    "a rate is no negative amount for 1 or more, not " + amount + " for " + per);
        }
    }

    /** As it is read: for one, unless it says for how many. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Rate read(
            @JsonProperty(value = "amount", required = true) Money amount, @JsonProperty("per") @Nullable Long per) {
        return new Rate(amount, per == null ? 1 : per);
    }

    /**
     * What so many cost.
     *
     * @throws ArithmeticException if it is more than an amount can be
     */
    public Money times(long quantity) {
        long nanos = amount.nanos();
        if (Math.multiplyHigh(nanos, quantity) == 0 && nanos * quantity >= 0) {
            return new Money(Math.ceilDiv(nanos * quantity, per));
        }
        BigInteger[] parts = BigInteger.valueOf(nanos)
                .multiply(BigInteger.valueOf(quantity))
                .divideAndRemainder(BigInteger.valueOf(per));
        long whole = parts[0].longValueExact();
        return new Money(parts[1].signum() == 0 ? whole : Math.addExact(whole, 1));
    }

    boolean isHigherThan(Rate other) {
        BigInteger mine = BigInteger.valueOf(amount.nanos()).multiply(BigInteger.valueOf(other.per));
        BigInteger others = BigInteger.valueOf(other.amount.nanos()).multiply(BigInteger.valueOf(per));
        return mine.compareTo(others) > 0;
    }

    @Override
    public String toString() {
        return per == 1 ? amount.dollars() : amount.dollars() + " per " + per;
    }
}
