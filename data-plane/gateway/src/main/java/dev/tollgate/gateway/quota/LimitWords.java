package dev.tollgate.gateway.quota;

import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaLimit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits as agents read them: money is dollars. */
final class LimitWords {
    private LimitWords() {}

    /** For programs: decimal dollars as text, or a number. */
    static Object figure(QuotaLimit limit, long amount) {
        return switch (limit.unit()) {
            case CALLS, TOKENS, CONCURRENT -> amount;
            case NANO_DOLLARS -> new Money(amount).dollars();
        };
    }

    /** For people. */
    static String amount(QuotaLimit limit, long amount) {
        return switch (limit.unit()) {
            case CALLS -> amount == 1 ? "1 call" : amount + " calls";
            case CONCURRENT -> amount == 1 ? "1 call at once" : amount + " calls at once";
            case TOKENS -> amount + " tokens";
            case NANO_DOLLARS -> new Money(amount).toString();
        };
    }

    /** What people call it, as a configuration says; absent if it does not. */
    static @Nullable String name(QuotaLimit limit, Map<LimitId, LimitConfig> limits) {
        LimitConfig config = limits.get(limit.id());
        return config == null ? null : config.name();
    }

    static String subject(QuotaLimit limit) {
        return limit.subject().kind().text();
    }
}
