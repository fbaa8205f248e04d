package dev.tollgate.gateway.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.lease.Admission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was refused by a limit.
 *
 * @param words for the agent
 * @param details for its program
 * @param retryAfterMillis when another attempt makes sense; 0 if none ever does
 */
public record LimitRefusal(RefusalReason reason, String words, Details details, long retryAfterMillis) {
    private static final Duration UNHEARD_RETRY = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);

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
    public record Details(
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

    static LimitRefusal exhausted(Admission.Refused refused, @Nullable String name, Instant now) {
        QuotaLimit limit = refused.limit();
        long amount = limit.amountAt(now);
        if (limit.window() instanceof QuotaWindow.Running) {
            String words = ", and so many run. Try again when one has ended.";
            return of(refused, name, amount, RefusalReason.RATE_LIMITED, refused.left(), null, SOON, words);
        }
        boolean never = refused.asked() > limit.amountMaxFrom(now);
        Instant resetsAt = refused.asked() > amount
                ? limit.changesAfter(now).orElse(null)
                : refused.resetsAt().isAfter(now) ? refused.resetsAt() : null;
        Duration wait = never ? Duration.ZERO : resetsAt == null ? SOON : Duration.between(now, resetsAt);
        String words = never
                ? ". No call that may cost so much fits within it."
                : " and " + LimitWords.amount(limit, refused.left()) + " left"
                        + (resetsAt == null ? "." : ". Something is free again at " + resetsAt + ".");
        return of(refused, name, amount, reason(limit), refused.left(), never ? null : resetsAt, wait, words);
    }

    static LimitRefusal unheard(Admission.Refused refused, @Nullable String name, Instant now) {
        String words = ", and this gateway was not given a part of it in time. Try again.";
        long amount = refused.limit().amountAt(now);
        return of(refused, name, amount, RefusalReason.LEDGER_UNHEARD, null, null, UNHEARD_RETRY, words);
    }

    private static RefusalReason reason(QuotaLimit limit) {
        return switch (limit.unit()) {
            case CALLS, CONCURRENT -> RefusalReason.RATE_LIMITED;
            case TOKENS, NANO_DOLLARS -> RefusalReason.BUDGET_EXHAUSTED;
        };
    }

    private static LimitRefusal of(
            Admission.Refused refused,
            @Nullable String name,
            long amount,
            RefusalReason reason,
            @Nullable Long left,
            @Nullable Instant resetsAt,
            Duration wait,
            String words) {
        QuotaLimit limit = refused.limit();
        @Nullable LimitWindow window = LimitWindow.of(limit.window());
        long seconds = wait.plusMillis(999).toSeconds();
        Details details = new Details(
                limit.id(),
                name,
                LimitWords.subject(limit),
                limit.unit(),
                window,
                LimitWords.figure(limit, amount),
                window == null ? null : LimitWords.figure(limit, refused.asked()),
                left == null ? null : LimitWords.figure(limit, left),
                window != null || left == null ? null : amount - left,
                resetsAt,
                seconds == 0 ? null : seconds);
        String cost = window == null ? "" : "it may cost " + LimitWords.amount(limit, refused.asked()) + ", and ";
        String within = window == null ? "" : " for " + window.words();
        String which = name == null ? "a limit" : "the limit \"" + name + '"';
        String sentence = "The call was not made: " + cost + which + " of its " + LimitWords.subject(limit) + " has "
                + LimitWords.amount(limit, amount) + within + words;
        return new LimitRefusal(reason, sentence, details, wait.toMillis());
    }
}
