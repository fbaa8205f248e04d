package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.token.Counted;
import dev.tollgate.gateway.token.ListedTools;
import dev.tollgate.gateway.token.Models;
import dev.tollgate.gateway.token.TokenCount;
import dev.tollgate.gateway.token.TokenCounters;
import dev.tollgate.model.event.CallStatus;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** Has a call's tokens counted before it is recorded: away from its event loop, which goes on meanwhile, and for a bounded time. */
final class CallTokens {
    private static final ListedTools NOTHING_LISTED = new ListedTools(List.of());

    private final TokenCounters counters;

    CallTokens(TokenCounters counters) {
        this.counters = counters;
    }

    /** Whether tokens of this call are counted; of most tenants' none are. */
    static boolean counts(Attempt attempt, Target target) {
        return target.tool() != null && counts(attempt);
    }

    /** Whether tokens of calls of tools are counted. */
    static boolean counts(Attempt attempt) {
        return attempt.snapshot().countsTokens();
    }

    /**
     * Counts the tokens of a call that has ended, whose event loop this is.
     *
     * @param then told once, in this turn of the event loop or a later one, what was said with its tokens
     */
    void count(Asked asked, Attempt attempt, CallContent content, CallStatus status, Consumer<CallContent> then) {
        TokenCount count = of(asked, attempt, content, status);
        new Waiting(Vertx.currentContext(), count, counted -> then.accept(used(attempt, content, counted))).begin();
    }

    /** The same at once, by length, of what no server has heard of. */
    static CallContent estimate(Asked asked, Attempt attempt, CallContent content) {
        TokenCount count = of(asked, attempt, content, CallStatus.UPSTREAM_ERROR);
        return used(attempt, content, count.estimate());
    }

    private static TokenCount of(Asked asked, Attempt attempt, CallContent content, CallStatus status) {
        Caller caller = asked.caller();
        return new TokenCount(
                content,
                isResultPassedOn(status),
                () -> caller.parent() == null
                        ? caller.view().list(caller.filter()).listed()
                        : NOTHING_LISTED,
                Models.of(attempt.snapshot()).encoding(attempt.model()));
    }

    private static CallContent used(Attempt attempt, CallContent content, Counted counted) {
        // No model reads what a script asks and is answered.
        return content.with(
                attempt.parent() == null
                        ? Models.of(attempt.snapshot()).use(attempt.model(), attempt.startedAt(), counted)
                        : Models.unread(counted));
    }

    private static boolean isResultPassedOn(CallStatus status) {
        return switch (status) {
            case OK, TOOL_ERROR -> true;
            case UPSTREAM_ERROR, TIMEOUT, CANCELLED, REFUSED -> false;
        };
    }

    /** One call that is being counted. Lives on its event loop, where it ends once: by the counts or by the clock. */
    private final class Waiting {
        private final Context context;
        private final TokenCount count;
        private final Consumer<Counted> then;
        private boolean over;
        private long timer;

        Waiting(Context context, TokenCount count, Consumer<Counted> then) {
            this.context = context;
            this.count = count;
            this.then = then;
        }

        void begin() {
            timer = context.owner().setTimer(TokenCounters.WAIT_MAX.toMillis(), _ -> late());
            counters.count(count, counted -> context.runOnContext(_ -> end(counted)));
        }

        private void late() {
            if (!over) {
                end(counters.late(count));
            }
        }

        private void end(Counted counted) {
            if (!over) {
                over = true;
                context.owner().cancelTimer(timer);
                then.accept(counted);
            }
        }
    }
}
