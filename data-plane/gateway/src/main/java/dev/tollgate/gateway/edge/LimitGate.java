package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.LimitRefusal;
import dev.tollgate.gateway.quota.LimitedCall;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.gateway.quota.QuotaMetrics.Outcome;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Reservation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has calls pass their limits before they are made, and tells agents of those that do not. */
final class LimitGate {
    private static final long FULL_RETRY_MILLIS = 1_000;
    private static final byte[] NOTHING = {};

    private final CallLimits limits;
    private final CallMeter meter;
    private final KeyLoad load;
    private final RunningCalls calls;
    private final CallTokens tokens;
    private final QuotaMetrics metrics;

    LimitGate(
            CallLimits limits,
            CallMeter meter,
            KeyLoad load,
            RunningCalls calls,
            CallTokens tokens,
            QuotaMetrics metrics) {
        this.limits = limits;
        this.meter = meter;
        this.load = load;
        this.calls = calls;
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /** A call that has its place among those of its key, which it gives back if it is not made. */
    record Held(Asked asked, Attempt attempt, Target target) {}

    /**
     * The call before its limits; null, as mostly, if none holds for it.
     *
     * @param timeoutMillis of its server
     */
    @Nullable
    LimitedCall of(Asked asked, Attempt attempt, Target target, long timeoutMillis) {
        return limits.of(attempt, target, argumentBytes(asked), timeoutMillis);
    }

    /**
     * Lets a call through now, later or not at all.
     *
     * @param admitted told once, in this turn of the event loop or a later one, if it is let through
     */
    void pass(Held held, LimitedCall call, Consumer<Reservation> admitted) {
        if (call.hasTooMany()) {
            metrics.boundHit("limits-per-call");
            overloaded(
                    held,
                    "More than " + CallLimits.PER_CALL_MAX
                            + " limits hold for this call, and no call is made for which so many do. Ask your"
                            + " administrator.");
            return;
        }
        switch (call.admit()) {
            case Admission.Admitted yes -> admitted.accept(yes.reservation());
            case Admission.Refused no -> refuse(held, call.refusal(no));
            case Admission.Wanting more -> new WaitingCall(this, held, call, admitted).begin(more.share());
        }
    }

    private static long argumentBytes(Asked asked) {
        Span arguments = asked.message().arguments();
        return arguments == null ? 0 : arguments.length();
    }

    void refuse(Held held, LimitRefusal refusal) {
        load.leave(held.attempt.key().id());
        meter.refused(held.attempt, held.target, refusal.reason(), Reservation.NOTHING);
        Answer answer =
                Faults.of(held.asked.message(), held.asked.era(), Fault.OVER_LIMIT, refusal.words(), refusal.data());
        held.asked.answer(held.attempt, answer.retryAfterMillis(1_000 * refusal.retryAfterSeconds()));
    }

    void tooMany(Held held) {
        metrics.boundHit("quota-waiting");
        overloaded(held, "Very many calls wait for the same limit. Try again.");
    }

    private void overloaded(Held held, String words) {
        load.leave(held.attempt.key().id());
        meter.refused(held.attempt, held.target, RefusalReason.OVERLOADED, Reservation.NOTHING);
        held.asked.notNow(held.attempt, words, FULL_RETRY_MILLIS);
    }

    /** Nobody waits for it any more. */
    void gone(Held held) {
        CallContent content = new CallContent(held.asked.message(), 0, () -> NOTHING, null);
        if (CallTokens.counts(held.attempt, held.target)) {
            tokens.count(held.asked, held.attempt, content, CallStatus.CANCELLED, counted -> gone(held, counted));
        } else {
            gone(held, content);
        }
    }

    private void gone(Held held, CallContent content) {
        load.leave(held.attempt.key().id());
        meter.ended(held.attempt, held.target, CallStatus.CANCELLED, false, 0, content, 0, Reservation.NOTHING);
    }

    void waited(Outcome outcome, long nanos) {
        metrics.waited(outcome, nanos);
    }

    long waitMillisMax() {
        return limits.waitMax().toMillis();
    }

    RunningCalls calls() {
        return calls;
    }
}
