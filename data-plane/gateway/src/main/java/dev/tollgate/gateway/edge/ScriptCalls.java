package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.Pauses;
import dev.tollgate.gateway.code.Script;
import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.code.ScriptRun;
import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.gateway.code.ToolDesk;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code executeToolCode}: a script is run, and its calls are made as its agent's. */
final class ScriptCalls {
    private static final long FULL_RETRY_MILLIS = 1_000;
    private static final byte[] NOTHING = {};

    private final ScriptRunner runner;
    private final ScriptMaxima maxima;
    private final Callers callers;
    private final KeyLoad load;
    private final Rounds rounds;
    private final ScriptStates states;
    private final CallMeter meter;
    private final EdgeMetrics metrics;
    private final InstantSource clock;

    ScriptCalls(
            ScriptRunner runner,
            ScriptMaxima maxima,
            Callers callers,
            KeyLoad load,
            Rounds rounds,
            ScriptStates states,
            CallMeter meter,
            EdgeMetrics metrics,
            InstantSource clock) {
        this.runner = runner;
        this.maxima = maxima;
        this.callers = callers;
        this.load = load;
        this.rounds = rounds;
        this.states = states;
        this.meter = meter;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whom a script's end is told. */
    @FunctionalInterface
    interface Ending {
        /**
         * @param result a JSON object
         * @param asks whether it is a result that asks, and not the script's
         */
        void end(CallStatus status, byte[] result, boolean asks, long waitedNanos);
    }

    /**
     * Runs a script, or answers why it is not run.
     *
     * @param calls takes its calls
     * @param ending told once in a later turn of the event loop, unless the request was answered here
     */
    void run(
            Asked asked,
            Attempt attempt,
            ToolDesk.Outcome.Run run,
            Consumer<Asked> calls,
            Abandonment abandonment,
            Ending ending) {
        String state = asked.era() == Era.LEGACY
                ? null
                : asked.message().string(asked.message().requestState());
        ScriptRound earlier = state == null ? null : states.opened(state, asked);
        if (state != null && earlier == null) {
            meter.refused(attempt, name(asked), RefusalReason.INVALID_REQUEST);
            asked.fault(
                    attempt,
                    Fault.INVALID_PARAMS,
                    "params.requestState is none that belongs to this script and caller, or too old: begin anew without it.");
            return;
        }
        if (!load.enter(attempt.key().id())) {
            metrics.boundHit("calls-per-key");
            refuse(
                    asked,
                    attempt,
                    "This key has " + Bounds.CALLS_PER_KEY_MAX
                            + " calls under way, which is all it may have. Try again when some have ended.");
            return;
        }
        TenantConfig tenant = attempt.snapshot().config();
        ScriptMaxima limits = maxima.within(tenant == null ? null : tenant.scripts());
        Context context = Vertx.currentContext();
        RunningScript running = new RunningScript(asked, attempt, context, rounds, calls, callers, clock, earlier);
        Script script =
                new Script(run.code(), run.tools(), limits, attempt.key().id(), pauses(asked, earlier));
        Optional<ScriptRun> started = runner.start(
                script, running, end -> context.runOnContext(_ -> ended(asked, attempt, running, end, ending)));
        if (started.isPresent()) {
            running.start(started.get(), abandonment);
        } else {
            load.leave(attempt.key().id());
            refuse(asked, attempt, "Very many scripts run at the moment. Try again when some have ended.");
        }
    }

    private Pauses pauses(Asked asked, @Nullable ScriptRound earlier) {
        boolean asks = asked.era() == Era.MODERN && asked.meta().abilities().elicitationForm();
        return earlier == null
                ? asks ? new Pauses(NOTHING, true, states.journalBytesMax()) : Pauses.NEVER
                : new Pauses(
                        earlier.journal(), asks && earlier.number() < ScriptRound.ROUNDS_MAX, states.journalBytesMax());
    }

    private void ended(Asked asked, Attempt attempt, RunningScript running, ScriptEnd end, Ending ending) {
        running.end();
        load.leave(attempt.key().id());
        ScriptEnd.Pause pause = end.pause();
        byte[] result = pause == null
                ? ScriptResults.of(end, running.costNanos())
                : ScriptResults.asking(pause, states.sealed(running.after(pause.journal()), asked));
        ending.end(status(end.kind()), result, pause != null, end.waitedNanos());
    }

    private void refuse(Asked asked, Attempt attempt, String words) {
        meter.refused(attempt, name(asked), RefusalReason.OVERLOADED);
        asked.notNow(attempt, words, FULL_RETRY_MILLIS);
    }

    private static @Nullable String name(Asked asked) {
        return asked.message().string(asked.message().name());
    }

    private static CallStatus status(ScriptEnd.Kind kind) {
        return switch (kind) {
            case DONE, ASKED -> CallStatus.OK;
            case FAILED, LIMIT, BUSY, DEFECT -> CallStatus.TOOL_ERROR;
            case TIME -> CallStatus.TIMEOUT;
            case CANCELLED -> CallStatus.CANCELLED;
        };
    }
}
