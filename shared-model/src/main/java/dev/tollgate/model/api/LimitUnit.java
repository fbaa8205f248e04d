package dev.tollgate.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.money.Money;
import java.util.Locale;

/** What a limit counts, as clients write it. */
public enum LimitUnit {
    CALLS("calls"),
    TOKENS("tokens"),
    DOLLARS("dollars"),
    CONCURRENT("concurrent");

    private final String text;

    LimitUnit(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if no unit has that text
     */
    @JsonCreator
    public static LimitUnit of(String text) {
        for (LimitUnit unit : values()) {
            if (unit.text.equals(text)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("is calls, tokens, dollars or concurrent");
    }

    /** So much of it as people read it: {@code $250.00}, {@code 1,000 calls}, {@code 1 call}. */
    public String words(String amount) {
        return switch (this) {
            case DOLLARS -> Money.ofDollars(amount).words();
            case CALLS, CONCURRENT -> counted(amount, "call");
            case TOKENS -> counted(amount, "token");
        };
    }

    private static String counted(String amount, String one) {
        long count = Long.parseLong(amount);
        return String.format(Locale.ENGLISH, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
