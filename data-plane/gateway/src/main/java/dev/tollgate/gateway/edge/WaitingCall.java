package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.quota.LimitedCall;
import dev.tollgate.gateway.quota.QuotaMetrics.Outcome;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that found too little of its limits in hand, or nothing of a tier of its price, until the ledger has answered, its time is up or nobody waits for it
 * any more. Lives on one event loop, and does not hold it.
 */
final class WaitingCall {
    private final LimitGate gate;
    private final LimitGate.Held held;
    private final LimitedCall call;
    private final Consumer<Reservation> admitted;
    private final Context context = Vertx.currentContext();
    private final RunningCalls.@Nullable Name name;
    private final long startedNanos = System.nanoTime();
    /** Told on the thread that keeps the leases. */
    private final Runnable news;

    private @Nullable LimitShare on;
    /** Whose answer it has seen last. */
    private @Nullable LimitShare heard;

    private boolean ended;
    private long timer;

    WaitingCall(LimitGate gate, LimitGate.Held held, LimitedCall call, Consumer<Reservation> admitted) {
        this.gate = gate;
        this.held = held;
        this.call = call;
        this.admitted = admitted;
        this.name = RunningCalls.Name.of(held.asked());
        this.news = () -> context.runOnContext(_ -> retry());
    }

    void begin(LimitShare lacking) {
        held.asked().reply().onAbandoned(this::abandon);
        if (name != null) {
            gate.calls().began(name, () -> context.runOnContext(_ -> cancel()));
        }
        await();
        if (waitsFor(lacking)) {
            step();
        }
    }

    private void await() {
        timer = context.owner().setTimer(gate.waitMillisMax(), _ -> timeUp());
    }

    private void retry() {
        if (!ended) {
            heard = on;
            leaveQueue();
            step();
        }
    }

    private void step() {
        while (!ended) {
            switch (call.admit()) {
                case Admission.Admitted yes -> admit(yes.reservation());
                case Admission.Refused no -> refuse(() -> gate.refuse(held, call.refusal(no)));
                case Admission.Wanting more -> {
                    // It was in the queue before it was tried: whatever comes is told.
                    if (more.share() == on || !waitsFor(more.share())) {
                        return;
                    }
                }
            }
        }
    }

    /** Goes into a limit's queue; false if too many are in it and the call is not made without, which the agent is told then. */
    private boolean waitsFor(LimitShare share) {
        leaveQueue();
        if (share.onNews(news)) {
            on = share;
            return true;
        }
        if (call.goesOnWithout(share, false)) {
            return true;
        }
        refuse(() -> gate.tooMany(held));
        return false;
    }

    private void leaveQueue() {
        if (on != null) {
            on.forget(news);
            on = null;
        }
    }

    private void timeUp() {
        if (ended) {
            return;
        }
        switch (call.admit()) {
            case Admission.Admitted yes -> admit(yes.reservation());
            case Admission.Refused no -> refuse(() -> gate.refuse(held, call.refusal(no)));
            case Admission.Wanting more -> {
                if (call.goesOnWithout(more.share(), heard == more.share())) {
                    await();
                    step();
                } else {
                    refuse(() -> gate.refuse(held, call.refusal(more, heard == more.share())));
                }
            }
        }
    }

    private void admit(Reservation reservation) {
        end(Outcome.ADMITTED);
        admitted.accept(reservation);
    }

    private void refuse(Runnable answer) {
        end(Outcome.REFUSED);
        answer.run();
    }

    private void abandon() {
        if (!ended) {
            end(Outcome.GONE);
            gate.gone(held);
        }
    }

    private void cancel() {
        if (!ended) {
            abandon();
            held.asked().reply().answer(Answer.ACCEPTED);
        }
    }

    private void end(Outcome outcome) {
        ended = true;
        leaveQueue();
        context.owner().cancelTimer(timer);
        if (name != null) {
            gate.calls().ended(name);
        }
        gate.waited(outcome, System.nanoTime() - startedNanos);
    }
}
