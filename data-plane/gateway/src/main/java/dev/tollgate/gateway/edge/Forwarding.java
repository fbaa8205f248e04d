package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.handed.HandedHeaders;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.quota.LimitedCall;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.quota.lease.Reservation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a request that was let through to its server: if its event has room, its key a place, and its limits enough left. */
final class Forwarding {
    private static final long FULL_RETRY_MILLIS = 1_000;

    private final Serving serving;
    private final PersonalWays ways;
    private final UpstreamPort upstream;
    private final CallMeter meter;
    private final EdgeMetrics metrics;
    private final KeyLoad load;
    private final LimitGate limits;
    private final Rounds rounds;

    Forwarding(
            Serving serving,
            PersonalWays ways,
            UpstreamPort upstream,
            CallMeter meter,
            EdgeMetrics metrics,
            KeyLoad load,
            LimitGate limits,
            Rounds rounds) {
        this.serving = serving;
        this.ways = ways;
        this.upstream = upstream;
        this.meter = meter;
        this.metrics = metrics;
        this.load = load;
        this.limits = limits;
        this.rounds = rounds;
    }

    /**
     * Whether this gateway serves the caller's tenant now; the request is answered if not.
     *
     * @param name that the request asks for, untrusted; absent if it asks for none
     */
    boolean serves(Asked asked, Attempt attempt, @Nullable String name) {
        Serving.NotServed refusal =
                serving.refusal(asked.caller().snapshot(), asked.caller().startedAt());
        if (refusal == null) {
            return true;
        }
        meter.refused(attempt, name, refusal.reason());
        asked.notNow(attempt, refusal.words(), refusal.retryAfterMillis());
        return false;
    }

    /** What the caller may see besides tools. */
    OfferView offers(Asked asked) {
        return ways.offers(asked.caller());
    }

    /** Sends what has nothing to do with a task, or answers why it is not sent. */
    void send(
            Asked asked,
            Attempt attempt,
            Target target,
            JsonEdit params,
            @Nullable String name,
            @Nullable Traceparent trace,
            Map<String, String> paramHeaders) {
        send(asked, attempt, target, params, name, trace, paramHeaders, null);
    }

    /**
     * Sends it, or answers why it is not sent.
     *
     * @param params as its server is to have them, but for what belongs to an exchange in rounds
     * @param name that the params name; absent for a method without
     * @param task absent if it has nothing to do with one
     */
    void send(
            Asked asked,
            Attempt attempt,
            Target wanted,
            JsonEdit params,
            @Nullable String name,
            @Nullable Traceparent trace,
            Map<String, String> paramHeaders,
            @Nullable TaskPart task) {
        Target target = wanted.server().asksEachPerson() ? ways.reached(asked, attempt, wanted, params) : wanted;
        if (target == null) {
            return;
        }
        if (!meter.hasRoom()) {
            metrics.boundHit("event-spool");
            meter.refused(attempt, target, RefusalReason.UNRECORDABLE);
            asked.notNow(
                    attempt,
                    "Tollgate cannot record calls at the moment, and makes none that it cannot record. Try again"
                            + " later.",
                    FULL_RETRY_MILLIS);
            return;
        }
        if (!putStateBack(asked, target, params)) {
            meter.refused(attempt, target, RefusalReason.INVALID_REQUEST);
            asked.fault(
                    attempt,
                    Fault.INVALID_PARAMS,
                    "params.requestState is none that belongs to this request, or too old: begin anew without it.");
            return;
        }
        Map<String, String> handed = handed(asked, attempt, target);
        if (handed == null) {
            return;
        }
        if (!load.enter(attempt.key().id())) {
            metrics.boundHit("calls-per-key");
            meter.refused(attempt, target, RefusalReason.OVERLOADED);
            asked.notNow(
                    attempt,
                    "This key has " + Bounds.CALLS_PER_KEY_MAX
                            + " calls under way, which is all it may have. Try again when some have ended.",
                    FULL_RETRY_MILLIS);
            return;
        }
        UpstreamCall call = new UpstreamCall(
                task == null ? asked.method() : task.method(),
                name,
                task == null ? params.apply().toBuffer() : task.params(params),
                rounds.floors().meta(asked),
                task == null ? target.server().timeoutMillis() : task.timeoutMillis(),
                Asked.under(trace),
                paramHeaders,
                asked.abilities(),
                task == null ? null : task.tie(),
                handed);
        LimitedCall limited = limits.of(asked, attempt, target, call.timeoutMillis());
        if (limited == null) {
            run(asked, attempt, target, call, task, Reservation.NOTHING);
        } else {
            limits.pass(
                    new LimitGate.Held(asked, attempt, target),
                    limited,
                    reservation -> run(asked, attempt, target, call, task, reservation));
        }
    }

    private void run(
            Asked asked,
            Attempt attempt,
            Target target,
            UpstreamCall call,
            @Nullable TaskPart task,
            Reservation reservation) {
        new RunningCall(asked, attempt, target, upstream, call, meter, load, ways, rounds, task, reservation).start();
    }

    /** The headers that the server is given; null if the request is refused for them, which it is told then. */
    private @Nullable Map<String, String> handed(Asked asked, Attempt attempt, Target target) {
        List<String> names = target.server().forwardedHeaders();
        if (names == null) {
            return Map.of();
        }
        try {
            return HandedHeaders.of(asked.caller().headers(), names);
        } catch (IllegalArgumentException e) {
            metrics.boundHit("forwarded-headers");
            meter.refused(attempt, target, RefusalReason.INVALID_REQUEST);
            asked.fault(attempt, Fault.INVALID_PARAMS, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A state goes back to its server as the server gave it; false if it is not the one for this request. */
    private boolean putStateBack(Asked asked, Target target, JsonEdit params) {
        Span state = asked.era() == Era.LEGACY ? null : asked.message().requestState();
        if (state == null) {
            return true;
        }
        String sealed = asked.message().string(state);
        String opened = sealed == null ? null : rounds.states().opened(sealed, asked, target);
        if (opened == null) {
            return false;
        }
        params.replace(state, JsonText.quote(opened));
        return true;
    }
}
