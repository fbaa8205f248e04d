package dev.tollgate.gateway.edge;

import dev.tollgate.listener.Gate;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers for what comes to no endpoint, in the place of the router's and the platform's own: those would write an error and a
 * stack trace to the log for what any stranger can send.
 */
final class OutermostAnswers {
    private static final int UNREADABLE = 400;
    private static final int NOWHERE = 404;

    private final Gate gate;
    private final EdgeMetrics metrics;

    OutermostAnswers(Gate gate, EdgeMetrics metrics) {
        this.gate = gate;
        this.metrics = metrics;
    }

    /** Everything that has a later order passes the gate. */
    void route(Router router, int order) {
        router.errorHandler(NOWHERE, context -> answer(context, nowhere()));
        router.errorHandler(UNREADABLE, context -> answer(context, unreadable()));
        router.route().order(order).handler(this::pass).failureHandler(this::failed);
    }

    private void pass(RoutingContext context) {
        Answer unseen = HttpGate.unseen(context.request(), gate);
        if (unseen == null) {
            context.next();
        } else {
            answer(context, unseen);
        }
    }

    /** Without a Host the router fails before it looks for a route. */
    private void failed(RoutingContext context) {
        if (context.statusCode() == UNREADABLE) {
            answer(context, unreadable());
        } else {
            context.next();
        }
    }

    private static Answer nowhere() {
        return Faults.http(Fault.NO_SUCH_PATH, "There is nothing at this address: agents use POST /mcp.");
    }

    private static Answer unreadable() {
        return Faults.http(Fault.BAD_TARGET, "The request's address or Host header cannot be read.");
    }

    private void answer(RoutingContext context, Answer answer) {
        metrics.refused("http-" + answer.httpStatus());
        new HttpReply(context.request()).answer(answer);
    }
}
