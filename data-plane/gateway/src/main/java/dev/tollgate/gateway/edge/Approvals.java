package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the agent's person asked before a tool is called that is to be asked about: in the legacy era by an elicitation on the
 * stream of the call, for which a script waits; in the modern era by a result that asks, whose answer comes with the same
 * request once more. Where the client cannot be asked so, the call is refused.
 */
final class Approvals {
    /** How long a person may take. */
    static final Duration ANSWER_MAX = Duration.ofMinutes(5);

    private static final int ARGUMENT_CHARS_MAX = 2_000;

    private final Rounds rounds;
    private final Callers callers;
    private final CallMeter meter;

    Approvals(Rounds rounds, Callers callers, CallMeter meter) {
        this.rounds = rounds;
        this.callers = callers;
        this.meter = meter;
    }

    /**
     * @param approved told the call that somebody agrees to, in this turn of the event loop or a later one, if somebody does
     */
    void ask(Asked asked, Attempt attempt, Target target, Consumer<Asked> approved) {
        switch (asked.consent()) {
            case Consent.Given _ -> approved.accept(asked);
            case Consent.Denied _ -> refuse(asked, attempt, target, "somebody was asked before, and did not agree");
            case Consent.ByEndingTheScript script -> {
                meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
                script.question().accept(question(asked, attempt, target));
            }
            case Consent.Unknown _ -> {
                boolean askable = asked.abilities().elicitationForm();
                if (askable && asked.era() == Era.MODERN) {
                    askByResult(asked, attempt, target, approved);
                } else if (!askable || !new Asking(asked, attempt, target, approved).begin()) {
                    refuse(asked, attempt, target, "somebody is to be asked before, and this client cannot be asked");
                }
            }
        }
    }

    /** The client sends the request again with the answer, to whichever gateway. */
    private void askByResult(Asked asked, Attempt attempt, Target target, Consumer<Asked> approved) {
        switch (rounds.states().standing(asked, target)) {
            case NEW -> askByResult(asked, attempt, target);
            case AGREED -> approved.accept(asked.agreed());
            case AGREED_ALONE -> approved.accept(without(asked, Set.of(ModernRounds.STATE)));
            case ASKED -> {
                switch (ModernRounds.consent(asked.message(), ModernRounds.APPROVAL)) {
                    case Consent.Given _ ->
                        approved.accept(without(asked, Set.of(ModernRounds.STATE, ModernRounds.RESPONSES)));
                    case Consent.Denied _ ->
                        refuse(asked, attempt, target, "somebody was asked before, and did not agree");
                    case Consent.Unknown _, Consent.ByEndingTheScript _ -> askByResult(asked, attempt, target);
                }
            }
        }
    }

    private void askByResult(Asked asked, Attempt attempt, Target target) {
        byte[] question = question(asked, attempt, target);
        meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
        String state = rounds.states().asking(asked, target);
        byte[] result = ModernRounds.inputRequired(Map.of(ModernRounds.APPROVAL, question), state);
        asked.answer(attempt, Results.answer(asked.message(), Buffer.buffer(result), false));
    }

    /** What was said to Tollgate is not its server's. */
    private static Asked without(Asked asked, Set<String> params) {
        return asked.relaying(ModernRounds.without(asked.message(), params)).agreed();
    }

    /** The params of an elicitation. */
    private static byte[] question(Asked asked, Attempt attempt, Target target) {
        Span arguments = asked.message().arguments();
        String text = arguments == null ? "{}" : arguments.text(asked.message().bytes());
        String shown = text.length() <= ARGUMENT_CHARS_MAX ? text : text.substring(0, ARGUMENT_CHARS_MAX) + "…";
        String script = attempt.parent() == null ? "" : " for a script";
        return new JsonBytes(shown.length() + 256)
                .raw("{\"message\":")
                .quoted("Call tool " + target.name() + " of server "
                        + target.server().name() + script + " with " + shown + "?")
                .raw(",\"requestedSchema\":{\"type\":\"object\",\"properties\":{}}}")
                .toBytes();
    }

    /** As a result, which is for the model to read. */
    private void refuse(Asked asked, Attempt attempt, Target target, String why) {
        meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
        String words = "Tool " + target.name() + " was not called: " + why + ".";
        boolean modern = asked.era() == Era.MODERN;
        asked.answer(attempt, Results.answer(asked.message(), Buffer.buffer(Results.toolError(words)), modern));
    }

    /** One question on a call's stream. Lives on its event loop, where it ends once. */
    private final class Asking {
        private final Asked asked;
        private final Attempt attempt;
        private final Target target;
        private final Consumer<Asked> approved;
        private final CallQuestions own;
        private final RunningCalls.@Nullable Name name;
        private boolean over;
        private long timer;

        Asking(Asked asked, Attempt attempt, Target target, Consumer<Asked> approved) {
            this.asked = asked;
            this.attempt = attempt;
            this.target = target;
            this.approved = approved;
            this.own = new CallQuestions(rounds.questions(), attempt, asked.reply());
            this.name = RunningCalls.Name.of(asked);
        }

        boolean begin() {
            if (name != null) {
                Context context = Vertx.currentContext();
                rounds.calls().began(name, () -> context.runOnContext(_ -> cancel()));
                asked.reply().keptBy(rounds.keeper(asked, attempt));
            }
            asked.reply().onAbandoned(this::abandon);
            if (!own.ask(this, "elicitation/create", Buffer.buffer(question(asked, attempt, target)), this::take)) {
                end();
                return false;
            }
            timer = Vertx.currentContext().owner().setTimer(ANSWER_MAX.toMillis(), _ -> {
                own.withdraw(this);
                refuse("somebody was asked before, and did not answer");
            });
            return true;
        }

        private void take(Questions.Word word) {
            switch (word) {
                case Questions.Word.Result result -> {
                    if (!ModernRounds.accepts(result.result().getBytes())) {
                        refuse("somebody was asked before, and did not agree");
                    } else if (callers.again(asked.caller()) instanceof Identification.Known) {
                        end();
                        approved.accept(asked.agreed());
                    } else {
                        refuse("the key is no longer good");
                    }
                }
                case Questions.Word.Error _ -> refuse("somebody was to be asked before, and the client could not");
            }
        }

        private void refuse(String why) {
            if (!over) {
                end();
                Approvals.this.refuse(asked, attempt, target, why);
            }
        }

        private void abandon() {
            if (!over) {
                own.withdraw(this);
                end();
                meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
            }
        }

        /** The agent no longer waits; what it does not wait for is not answered. */
        private void cancel() {
            if (!over) {
                abandon();
                asked.reply().answer(Answer.ACCEPTED);
            }
        }

        private void end() {
            over = true;
            if (name != null) {
                rounds.calls().ended(name);
            }
            own.end();
            Vertx.currentContext().owner().cancelTimer(timer);
        }
    }
}
