package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamRequest;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.quota.lease.Reservation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A request that was let through, until its one event is recorded and its one answer given. Lives on one event loop. */
final class RunningCall implements UpstreamListener {
    private static final Buffer NOTHING = Buffer.buffer();

    private final Asked asked;
    private final Attempt attempt;
    private final Target target;
    private final UpstreamPort upstream;
    private final UpstreamCall call;
    /** The one that the server answers next. */
    private UpstreamCall latest;

    private final CallMeter meter;
    private final KeyLoad load;
    private final PersonalWays ways;
    private final Rounds rounds;
    private final RunningCalls.@Nullable Name name;
    private final CallQuestions questions;
    private final @Nullable TaskPart task;
    private final Reservation reservation;
    private @Nullable InputRounds input;
    private @Nullable Buffer result;
    private long sentNanos;
    private long upstreamNanos;
    private boolean waiting;
    private boolean ended;
    private @Nullable Cancellation cancellation;

    RunningCall(
            Asked asked,
            Attempt attempt,
            Target target,
            UpstreamPort upstream,
            UpstreamCall call,
            CallMeter meter,
            KeyLoad load,
            PersonalWays ways,
            Rounds rounds,
            @Nullable TaskPart task,
            Reservation reservation) {
        this.asked = asked;
        this.attempt = attempt;
        this.target = target;
        this.upstream = upstream;
        this.call = call;
        this.latest = call;
        this.meter = meter;
        this.load = load;
        this.ways = ways;
        this.rounds = rounds;
        this.task = task;
        this.reservation = reservation;
        this.name = RunningCalls.Name.of(asked);
        this.questions = new CallQuestions(rounds.questions(), attempt, asked.reply());
    }

    void start() {
        asked.reply().onAbandoned(this::abandon);
        if (name != null) {
            Context context = Vertx.currentContext();
            rounds.calls().began(name, () -> context.runOnContext(_ -> cancel()));
            asked.reply().keptBy(rounds.keeper(asked, attempt));
        }
        send(call);
    }

    private void send(UpstreamCall round) {
        sentNanos = System.nanoTime();
        latest = round;
        waiting = true;
        try {
            cancellation = upstream.call(target.server(), round, this);
        } catch (RuntimeException e) {
            // A bug, and the attempt's event and its place among the key's calls must outlive it.
            if (!ended) {
                end();
                CallContent content = content();
                boolean counts = CallTokens.counts(attempt, target);
                record(
                        CallStatus.UPSTREAM_ERROR,
                        false,
                        0,
                        counts ? CallTokens.estimate(asked, attempt, content) : content);
            }
            throw e;
        }
    }

    @Override
    public void notification(Buffer notification) {
        Buffer told = ended || task == null ? notification : task.talk().notification(notification);
        if (!ended && told != null && rounds.floors().admits(asked, told)) {
            asked.reply().notification(told, attempt.callId().toString());
        }
    }

    @Override
    public void request(UpstreamRequest request) {
        if (!ended) {
            questions.forward(request, task == null ? null : task.talk());
        }
    }

    @Override
    public void withdrawn(UpstreamRequest request) {
        if (!ended) {
            questions.withdraw(request);
        }
    }

    @Override
    public void answeredIn(String session) {
        if (task != null) {
            task.talk().answeredIn(session);
        }
    }

    @Override
    public void reply(UpstreamReply answer) {
        if (ended) {
            return;
        }
        waiting = false;
        upstreamNanos += System.nanoTime() - sentNanos;
        result = answer instanceof UpstreamReply.Result good ? good.result() : null;
        switch (task == null ? null : task.turn(answer, latest)) {
            case null -> usual(answer);
            case Turn.Answered turn -> finish(turn.status(), true, UpstreamReply.bytes(answer), turn.answer());
            case Turn.Asking turn -> send(turn.next());
        }
    }

    private void usual(UpstreamReply answer) {
        switch (answer) {
            case UpstreamReply.Result result -> result(result);
            case UpstreamReply.Error error -> {
                byte[] bytes = error.error().getBytes();
                Answer foreign = Faults.foreign(asked.message(), asked.era(), bytes);
                finish(CallStatus.UPSTREAM_ERROR, true, bytes.length, foreign);
            }
            case UpstreamReply.Failure failure -> failure(failure);
        }
    }

    private void result(UpstreamReply.Result result) {
        int bytes = result.result().length();
        String wrong = Results.wrong(result);
        if (wrong != null) {
            finish(CallStatus.UPSTREAM_ERROR, true, bytes, Faults.wrong(asked, target, wrong));
            return;
        }
        CallStatus status = result.isError() ? CallStatus.TOOL_ERROR : CallStatus.OK;
        switch (asked.era()) {
            case LEGACY -> {
                if (Results.INPUT_REQUIRED.equals(result.resultType())) {
                    askForServer(result.result().getBytes());
                } else {
                    finish(status, true, bytes, Results.answer(asked.message(), result.result(), false));
                }
            }
            case MODERN -> finish(status, true, bytes, Results.modern(asked, target, result, rounds.states()));
        }
    }

    /** A server of the modern era asks by its result; a client of the legacy era is asked by requests. */
    private void askForServer(byte[] result) {
        if (input == null) {
            input = new InputRounds(questions, call.abilities());
        }
        input.ask(result, outcome -> {
            if (ended) {
                return;
            }
            switch (outcome) {
                case InputRounds.Outcome.Answered answered -> send(call.saying(answered.members()));
                case InputRounds.Outcome.Unanswered none ->
                    finish(CallStatus.TOOL_ERROR, true, result.length, Results.unanswered(asked, target, none.words()));
            }
        });
    }

    private void failure(UpstreamReply.Failure failure) {
        switch (failure.kind()) {
            case UNAVAILABLE -> refused(RefusalReason.UPSTREAM_UNAVAILABLE, failure);
            case OVERLOADED -> refused(RefusalReason.OVERLOADED, failure);
            case UNREACHABLE -> finish(CallStatus.UPSTREAM_ERROR, false, 0, ways.noAnswer(asked, target, failure));
            case TIMEOUT -> finish(CallStatus.TIMEOUT, true, 0, ways.noAnswer(asked, target, failure));
            case BROKEN, TOO_LARGE -> finish(CallStatus.UPSTREAM_ERROR, true, 0, ways.noAnswer(asked, target, failure));
        }
    }

    private void refused(RefusalReason reason, UpstreamReply.Failure failure) {
        end();
        load.leave(attempt.key().id());
        meter.refused(attempt, target, reason, reservation);
        asked.notNow(attempt, failure.message(), failure.retryAfterMillis());
    }

    private void finish(CallStatus status, boolean sent, long responseBytes, Answer answer) {
        end();
        CallContent content = content();
        if (CallTokens.counts(attempt, target)) {
            rounds.tokens().count(asked, attempt, content, status, counted -> {
                answer(record(status, sent, responseBytes, counted), answer);
            });
        } else {
            answer(record(status, sent, responseBytes, content), answer);
        }
    }

    private void answer(boolean recorded, Answer answer) {
        asked.answer(attempt, recorded ? answer : Faults.unrecorded(asked.message()));
    }

    private CallContent content() {
        Buffer said = result == null ? NOTHING : result;
        return new CallContent(asked.message(), said.length(), said::getBytes, null);
    }

    /** Its place among the key's calls is kept until here, so that a gateway that leaves waits for what is being counted. */
    private boolean record(CallStatus status, boolean sent, long responseBytes, CallContent content) {
        load.leave(attempt.key().id());
        return meter.ended(attempt, target, status, sent, responseBytes, content, upstreamNanos, reservation);
    }

    private void abandon() {
        if (!ended) {
            abandon(() -> {});
        }
    }

    private void abandon(Runnable then) {
        if (waiting) {
            upstreamNanos += System.nanoTime() - sentNanos;
        }
        end();
        if (cancellation != null) {
            cancellation.cancel();
        }
        CallContent content = content();
        if (CallTokens.counts(attempt, target)) {
            rounds.tokens().count(asked, attempt, content, CallStatus.CANCELLED, counted -> {
                record(CallStatus.CANCELLED, true, 0, counted);
                then.run();
            });
        } else {
            record(CallStatus.CANCELLED, true, 0, content);
            then.run();
        }
    }

    /** The agent no longer waits; what it does not wait for is not answered. */
    private void cancel() {
        if (!ended) {
            abandon(() -> asked.reply().answer(Answer.ACCEPTED));
        }
    }

    private void end() {
        ended = true;
        if (name != null) {
            rounds.calls().ended(name);
        }
        questions.end();
    }
}
