package dev.tollgate.control.limit;

import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;

/** Amounts as clients write them: whole calls, and dollars for what is counted in nano-dollars. */
final class LimitAmounts {
    private static final int DIGITS_MAX = 18;

    private LimitAmounts() {}

    /**
     * @throws IllegalArgumentException with what an amount of this unit is, if the text is none
     */
    static long parse(QuotaUnit unit, String text) {
        long amount = switch (unit) {
            case NANO_DOLLARS -> Money.ofDollars(text).nanos();
            case CALLS, TOKENS, CONCURRENT -> whole(text);
        };
        if (amount < 0 || amount > QuotaLimit.AMOUNT_MAX) {
            throw new IllegalArgumentException("lies between 0 and " + text(unit, QuotaLimit.AMOUNT_MAX));
        }
        return amount;
    }

    private static long whole(String text) {
        if (text.length() > DIGITS_MAX || !text.matches("[0-9]+")) {
            throw new IllegalArgumentException("is a whole number such as 1000");
        }
        return Long.parseLong(text);
    }

    static String text(QuotaUnit unit, long amount) {
        return switch (unit) {
            case NANO_DOLLARS -> new Money(amount).dollars();
            case CALLS, TOKENS, CONCURRENT -> Long.toString(amount);
        };
    }

    static QuotaUnit unit(LimitUnit unit) {
        return switch (unit) {
            case CALLS -> QuotaUnit.CALLS;
            case TOKENS -> QuotaUnit.TOKENS;
            case DOLLARS -> QuotaUnit.NANO_DOLLARS;
            case CONCURRENT -> QuotaUnit.CONCURRENT;
        };
    }

    static LimitUnit unit(QuotaUnit unit) {
        return switch (unit) {
            case CALLS -> LimitUnit.CALLS;
            case TOKENS -> LimitUnit.TOKENS;
            case NANO_DOLLARS -> LimitUnit.DOLLARS;
            case CONCURRENT -> LimitUnit.CONCURRENT;
        };
    }
}
