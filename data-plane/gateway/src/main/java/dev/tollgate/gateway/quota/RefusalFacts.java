package dev.tollgate.gateway.quota;

import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.lease.Admission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a refusal by a limit is told from: who is refused with the same facts is told the same.
 *
 * @param name what people call the limit; absent if the configuration does not say
 * @param amount that holds now
 * @param asked for by the call
 * @param left absent if the ledger was not heard
 * @param resetsAt when something is free again; absent if that is not known, or never comes
 * @param retryAfterSeconds when another attempt makes sense; 0 if none ever does
 */
record RefusalFacts(
        QuotaLimit limit,
        @Nullable String name,
        Why why,
        long amount,
        long asked,
        @Nullable Long left,
        @Nullable Instant resetsAt,
        long retryAfterSeconds) {
    private static final long UNHEARD_RETRY_SECONDS = 2;
    private static final long SOON_SECONDS = 1;

    enum Why {
        /** So many calls run. */
        RUNNING,
        /** No window is large enough for the call. */
        NEVER,
        USED_UP,
        /** The ledger gave no answer in time. */
        UNHEARD
    }

    static RefusalFacts exhausted(Admission.Refused refused, @Nullable String name, Instant now) {
        QuotaLimit limit = refused.limit();
        long amount = limit.amountAt(now);
        if (limit.window() instanceof QuotaWindow.Running) {
            return of(refused, name, Why.RUNNING, amount, refused.left(), null, SOON_SECONDS);
        }
        if (refused.asked() > limit.amountMaxFrom(now)) {
            return of(refused, name, Why.NEVER, amount, refused.left(), null, 0);
        }
        Instant resetsAt = refused.asked() > amount
                ? limit.changesAfter(now).orElse(null)
                : refused.resetsAt().isAfter(now) ? refused.resetsAt() : null;
        long seconds = resetsAt == null
                ? SOON_SECONDS
                : Duration.between(now, resetsAt).plusMillis(999).toSeconds();
        return of(refused, name, Why.USED_UP, amount, refused.left(), resetsAt, seconds);
    }

    static RefusalFacts unheard(Admission.Refused refused, @Nullable String name, Instant now) {
        long amount = refused.limit().amountAt(now);
        return of(refused, name, Why.UNHEARD, amount, null, null, UNHEARD_RETRY_SECONDS);
    }

    private static RefusalFacts of(
            Admission.Refused refused,
            @Nullable String name,
            Why why,
            long amount,
            @Nullable Long left,
            @Nullable Instant resetsAt,
            long retryAfterSeconds) {
        return new RefusalFacts(refused.limit(), name, why, amount, refused.asked(), left, resetsAt, retryAfterSeconds);
    }
}
