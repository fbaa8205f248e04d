package dev.tollgate.model.price;

import dev.tollgate.model.money.Money;
import java.util.Locale;

/**
 * One part of an explanation: so many tokens, at this rate, cost that much.
 *
 * @param of whose tokens
 */
public record TokenLine(Part of, long quantity, Rate rate, Money amount) {
    /** What of a call has tokens. */
    public enum Part {
        DEFINITIONS("definitions"),
        ARGUMENTS("arguments"),
        RESULT("the result");

        private final String text;

        Part(String text) {
            this.text = text;
        }
    }

    static TokenLine of(Part part, long quantity, Rate rate) {
        return new TokenLine(part, quantity, rate, rate.times(quantity));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d tokens of %s x %s", quantity, of.text, rate);
    }
}
