package dev.tollgate.model.quota.lease;

import dev.tollgate.model.quota.QuotaUnit;

/** What a call takes, in each unit. */
public record Amounts(long calls, long tokens, long nanoDollars) {
    public Amounts {
        if (calls < 0 || tokens < 0 || nanoDollars < 0) {
            throw new IllegalArgumentException("what a call takes is not negative");
        }
    }

    public long of(QuotaUnit unit) {
        return switch (unit) {
            case CALLS -> calls;
            case TOKENS -> tokens;
            case NANO_DOLLARS -> nanoDollars;
            case CONCURRENT -> calls;
        };
    }
}
