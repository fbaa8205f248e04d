package dev.tollgate.gateway.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was refused by a limit.
 *
 * @param words for the agent
 * @param data for its program: {@link Details} as JSON
 * @param retryAfterSeconds when another attempt makes sense; 0 if none ever does
 */
public record LimitRefusal(RefusalReason reason, String words, String data, long retryAfterSeconds) {
    /**
     * What stands in the error's {@code data}.
     *
     * @param limitName what people call it; absent if the configuration does not say
     * @param subject the kind of what has the limit
     * @param window its length, and whether it is {@code rolling} or by the {@code calendar}; absent of what runs at once
     * @param amount that holds now
     * @param mayCost of the call, at the most; money as decimal dollars; absent of what runs at once
     * @param left absent if the ledger was not heard
     * @param running of what runs at once: how many do, or may at any moment; absent of all else, and if the ledger was not heard
     * @param resetsAt when something is free again; absent if that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            LimitId limit,
            @Nullable String limitName,
            String subject,
            QuotaUnit unit,
            @Nullable LimitWindow window,
            Object amount,
            @Nullable Object mayCost,
            @Nullable Object left,
            @Nullable Long running,
            @Nullable Instant resetsAt,
            @Nullable Long retryAfterSeconds) {}

    static LimitRefusal of(RefusalFacts facts) {
        String data = new String(WireJson.encode(details(facts)), StandardCharsets.UTF_8);
        return new LimitRefusal(reason(facts), sentence(facts), data, facts.retryAfterSeconds());
    }

    private static RefusalReason reason(RefusalFacts facts) {
        if (facts.why() == RefusalFacts.Why.UNHEARD) {
            return RefusalReason.LEDGER_UNHEARD;
        }
        return switch (facts.limit().unit()) {
            case CALLS, CONCURRENT -> RefusalReason.RATE_LIMITED;
            case TOKENS, NANO_DOLLARS -> RefusalReason.BUDGET_EXHAUSTED;
        };
    }

    private static Details details(RefusalFacts facts) {
        QuotaLimit limit = facts.limit();
        @Nullable LimitWindow window = LimitWindow.of(limit.window());
        Long left = facts.left();
        return new Details(
                limit.id(),
                facts.name(),
                LimitWords.subject(limit),
                limit.unit(),
                window,
                LimitWords.figure(limit, facts.amount()),
                window == null ? null : LimitWords.figure(limit, facts.asked()),
                left == null ? null : LimitWords.figure(limit, left),
                window != null || left == null ? null : facts.amount() - left,
                facts.resetsAt(),
                facts.retryAfterSeconds() == 0 ? null : facts.retryAfterSeconds());
    }

    private static String sentence(RefusalFacts facts) {
        QuotaLimit limit = facts.limit();
        @Nullable LimitWindow window = LimitWindow.of(limit.window());
        String cost = window == null ? "" : "it may cost " + LimitWords.amount(limit, facts.asked()) + ", and ";
        String which = facts.name() == null ? "a limit" : "the limit \"" + facts.name() + '"';
        String within = window == null ? "" : " for " + window.words();
        return "The call was not made: " + cost + which + " of its " + LimitWords.subject(limit) + " has "
                + LimitWords.amount(limit, facts.amount()) + within + what(facts);
    }

    private static String what(RefusalFacts facts) {
        Long left = facts.left();
        return switch (facts.why()) {
            case RUNNING -> ", and so many run. Try again when one has ended.";
            case NEVER -> ". No call that may cost so much fits within it.";
            case UNHEARD -> ", and this gateway was not given a part of it in time. Try again.";
            case USED_UP ->
                " and " + LimitWords.amount(facts.limit(), left == null ? 0 : left) + " left"
                        + (facts.resetsAt() == null ? "." : ". Something is free again at " + facts.resetsAt() + ".");
        };
    }
}
