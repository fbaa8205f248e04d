package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.event.RefusalReason;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has the agent's person asked before a tool is called that is to be asked about: by an elicitation on the stream of the call,
 * for which a script waits. Where the client cannot be asked so, the call is refused.
 */
final class Approvals {
    /** How long a person may take. */
    static final Duration ANSWER_MAX = Duration.ofMinutes(5);

    private static final int ARGUMENT_CHARS_MAX = 2_000;
    private static final Members.Wanted ACTION = Members.Wanted.of("action");

    private final Questions questions;
    private final Callers callers;
    private final CallMeter meter;

    Approvals(Questions questions, Callers callers, CallMeter meter) {
        this.questions = questions;
        this.callers = callers;
        this.meter = meter;
    }

    /**
     * @param approved done in this turn of the event loop or a later one, if somebody agrees
     */
    void ask(Asked asked, Attempt attempt, Target target, Runnable approved) {
        boolean askable = asked.era() == Era.LEGACY && asked.abilities().elicitationForm();
        Asking asking = new Asking(asked, attempt, target, approved);
        if (!askable || !asking.begin()) {
            asking.refuse("somebody is to be asked before, and this client cannot be asked");
        }
    }

    /** One question. Lives on its event loop, where it ends once. */
    private final class Asking {
        private final Asked asked;
        private final Attempt attempt;
        private final Target target;
        private final Runnable approved;
        private final CallQuestions own;
        private boolean over;
        private long timer;

        Asking(Asked asked, Attempt attempt, Target target, Runnable approved) {
            this.asked = asked;
            this.attempt = attempt;
            this.target = target;
            this.approved = approved;
            this.own = new CallQuestions(questions, attempt, asked.reply());
        }

        boolean begin() {
            if (!own.ask(this, "elicitation/create", params(), this::take)) {
                return false;
            }
            asked.reply().onAbandoned(this::abandon);
            timer = Vertx.currentContext().owner().setTimer(ANSWER_MAX.toMillis(), _ -> {
                own.withdraw(this);
                refuse("somebody was asked before, and did not answer");
            });
            return true;
        }

        private Buffer params() {
            Span arguments = asked.message().arguments();
            String text =
                    arguments == null ? "{}" : arguments.text(asked.message().bytes());
            String shown = text.length() <= ARGUMENT_CHARS_MAX ? text : text.substring(0, ARGUMENT_CHARS_MAX) + "…";
            String script = attempt.parent() == null ? "" : " for a script";
            return new JsonBytes(shown.length() + 256)
                    .raw("{\"message\":")
                    .quoted("Call tool " + target.name() + " of server "
                            + target.server().name() + script + " with " + shown + "?")
                    .raw(",\"requestedSchema\":{\"type\":\"object\",\"properties\":{}}}")
                    .toBuffer();
        }

        private void take(Questions.Word word) {
            switch (word) {
                case Questions.Word.Result result -> {
                    if (!"accept".equals(action(result.result().getBytes()))) {
                        refuse("somebody was asked before, and did not agree");
                    } else if (callers.again(asked.caller()) instanceof Identification.Known) {
                        end();
                        approved.run();
                    } else {
                        refuse("the key is no longer good");
                    }
                }
                case Questions.Word.Error _ -> refuse("somebody was to be asked before, and the client could not");
            }
        }

        /** As a result, which is for the model to read. */
        void refuse(String why) {
            if (!over) {
                end();
                meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
                String words = "Tool " + target.name() + " was not called: " + why + ".";
                boolean modern = asked.era() == Era.MODERN;
                asked.answer(attempt, Results.answer(asked.message(), Buffer.buffer(Results.toolError(words)), modern));
            }
        }

        private void abandon() {
            if (!over) {
                own.withdraw(this);
                end();
                meter.refused(attempt, target, RefusalReason.NOT_APPROVED);
            }
        }

        private void end() {
            over = true;
            own.end();
            Vertx.currentContext().owner().cancelTimer(timer);
        }

        private static @Nullable String action(byte[] result) {
            try {
                Span action = Members.read(new JsonReader(result), ACTION).get(0);
                return action == null || result[action.start()] != '"' ? null : JsonText.string(result, action);
            } catch (MalformedJson e) {
                return null;
            }
        }
    }
}
